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

    /**
     * A review that ends now; one that was voided before ended then.
     *
     * @param cause why, unless it was voided before
     */
    static PastReview of(Review review, Instant now, String cause) {
        var voided = review.voided();
        return new PastReview(
                review.number(),
                review.hash(),
                review.signatures(),
                voided == null ? now : voided.at(),
                voided == null ? cause : voided.cause());
    }
}
