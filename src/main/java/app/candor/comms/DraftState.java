package app.candor.comms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a draft stands. */
public sealed interface DraftState {

    /** For people: {@code in review}. */
    String label();

    /**
     * Open for typing.
     *
     * @param sentBack the last word of a signer; null if nobody sent it back
     */
    record Editing(@Nullable SendBack sentBack) implements DraftState {
        @Override
        public String label() {
            return sentBack == null ? "editing" : "sent back";
        }
    }

    /** Closed to typing, before its signers. */
    record InReview(Review review) implements DraftState {
        @Override
        public String label() {
            return review.voided() == null ? "in review" : "signatures void";
        }
    }

    /**
     * Gone out; never edited again.
     *
     * @param signatures those that it was released on
     * @param by person id
     * @param emergency what it was released on in place of all signatures; null as a rule
     */
    record Released(
            int number,
            String hash,
            int policyVersion,
            List<Signature> signatures,
            String by,
            String byName,
            Instant at,
            Emergency.@Nullable Used emergency)
            implements DraftState {
        public Released {
            signatures = List.copyOf(signatures);
        }

        @Override
        public String label() {
            return "released";
        }
    }

    /** A signer's refusal with its reason. */
    record SendBack(int number, String gateTitle, String by, String reason, Instant at) {}
}
