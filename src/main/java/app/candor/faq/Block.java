package app.candor.faq;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an approved answer is not to be given now.
 *
 * @param cause for people: {@code Withdrawn: …}, {@code Affected merchants changed}
 * @param by person id; null where nobody did it, as when a time ran out
 */
public record Block(Kind kind, String cause, @Nullable String by, Instant at) {

    /** What happened. */
    public enum Kind {
        /** Somebody took it back; only a new release makes it usable. */
        WITHDRAWN(false),
        /** A fact that it shows has another value; checking again or a new release ends it. */
        FACT_CHANGED(true),
        /** Nobody verified it in time; verifying ends it. */
        EXPIRED(true),
        /** Another entry answers the question. */
        MERGED(false);

        private final boolean verifiable;

        Kind(boolean verifiable) {
            this.verifiable = verifiable;
        }

        /** Whether verifying can end it. */
        boolean isVerifiable() {
            return verifiable;
        }
    }

    /** As those read it who may not read the incident: a fact's name would tell them of it. */
    Block forOutsiders() {
        return kind == Kind.FACT_CHANGED
                ? new Block(kind, "It is being checked again", null, at)
                : new Block(kind, cause, null, at);
    }
}
