package app.candor.comms;

import java.time.Instant;

/**
 * A fact as the ledger had it when a revision was made.
 *
 * @param key in the ledger: {@code started}
 * @param value as people read it; empty while unknown
 * @param unknown whether it was recorded as not yet known
 * @param asOf when it was confirmed
 * @param confirmedBy name of who confirmed it
 * @param source where it comes from
 * @param material whether another value voids signatures
 * @param shown whether the text shows it; material ones are pinned even if it does not
 */
public record PinnedFact(
        String key,
        String label,
        String value,
        boolean unknown,
        Instant asOf,
        String confirmedBy,
        String source,
        boolean material,
        boolean shown) {

    /** What the reader of the text sees. */
    public String shownValue() {
        return unknown ? "not yet known" : value;
    }

    PinnedFact asShown(boolean inText) {
        return new PinnedFact(
                key, label, value, unknown, asOf, confirmedBy, source, material, inText);
    }

    boolean says(String otherValue, boolean otherUnknown) {
        return unknown == otherUnknown && (unknown || value.equals(otherValue));
    }
}
