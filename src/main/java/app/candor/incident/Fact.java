package app.candor.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as it stands.
 *
 * @param key as documents name it: {@code started}
 * @param label as people read it
 * @param value as people read it, {@code 418 merchants}; "Not yet known" while unknown
 * @param raw as kept, for comparing and counting: an ISO instant, a number; empty while unknown
 * @param unknown whether nobody knows it yet, or nobody said anything
 * @param confirmedBy person id, {@code system} for what an import computed; null if nobody said
 * @param at when it was confirmed, UTC; null if nobody said
 * @param source where it is read from, in the confirmer's words
 * @param material whether its change voids signatures
 * @param detail what stands beside the value: {@code of 1,326}; empty for nothing
 * @param history earlier values, newest first
 */
public record Fact(
        String key,
        String label,
        String value,
        String raw,
        boolean unknown,
        @Nullable String confirmedBy,
        @Nullable Instant at,
        String source,
        boolean material,
        String detail,
        List<Earlier> history) {

    public static final String NOT_YET_KNOWN = "Not yet known";

    /** A value that was replaced. */
    public record Earlier(String value, String confirmedBy, Instant at, String source) {}

    public Fact {
        history = List.copyOf(history);
    }
}
