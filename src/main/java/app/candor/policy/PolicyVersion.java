package app.candor.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of one policy; never changed once active.
 *
 * @param number from 1; what is in review keeps the number it was submitted under
 * @param json content, in the shape of the kind's type
 * @param proposedBy person id, {@code system} for what is shipped
 * @param confirmedBy a second administrator; null while only proposed
 * @param declinedBy who took the proposal off the table; null unless declined
 */
public record PolicyVersion(
        PolicyKind kind,
        int number,
        String json,
        String proposedBy,
        @Nullable String confirmedBy,
        @Nullable String declinedBy,
        Instant at) {

    String id() {
        return kind + "-" + number;
    }

    public boolean isActive() {
        return confirmedBy != null;
    }

    /** Proposed, and neither confirmed nor declined yet. */
    public boolean isWaiting() {
        return confirmedBy == null && declinedBy == null;
    }

    PolicyVersion confirmed(String by, Instant when) {
        return new PolicyVersion(kind, number, json, proposedBy, by, null, when);
    }

    PolicyVersion declined(String by, Instant when) {
        return new PolicyVersion(kind, number, json, proposedBy, null, by, when);
    }
}
