package app.candor.comms;

import java.time.Instant;
import java.util.List;

/**
 * A revision that was in review and is no longer.
 *
 * @param cause why its signatures count for nothing now, a short sentence without full stop
 */
public record PastReview(
        int number, String hash, List<Signature> signatures, Instant endedAt, String cause) {
    public PastReview {
        signatures = List.copyOf(signatures);
    }
}
