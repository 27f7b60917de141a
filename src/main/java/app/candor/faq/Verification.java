package app.candor.faq;

import app.candor.access.Refused;
import java.time.Duration;
import java.time.Instant;

/**
 * Who looks at an answer again, and how often. Reading or copying it does not count as looking.
 *
 * @param verifier person id
 * @param everyDays 1 to 730
 * @param verifiedAt when it was approved or last verified
 * @param dueAt from then on it is expired
 */
public record Verification(String verifier, int everyDays, Instant verifiedAt, Instant dueAt) {
    private static final int LONGEST = 730;

    static Verification from(String verifier, int everyDays, Instant verifiedAt) {
        if (everyDays < 1 || everyDays > LONGEST) {
            throw new Refused("An answer is verified every 1 to 730 days, not " + everyDays + ".");
        }
        return new Verification(
                verifier, everyDays, verifiedAt, verifiedAt.plus(Duration.ofDays(everyDays)));
    }

    Verification again(Instant now) {
        return from(verifier, everyDays, now);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(dueAt);
    }
}
