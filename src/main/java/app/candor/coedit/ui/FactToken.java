package app.candor.coedit.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an incident's ledger, for the tokens in a text and for the picker that inserts them.
 *
 * @param key what a token in the text refers to
 * @param label what the fact says, like "Affected accounts"
 * @param value as shown in the text; empty while it is unknown
 * @param confirmedBy short name of who confirmed it
 * @param at when it was confirmed: an ISO instant or a time already written out
 * @param source where it came from
 * @param state {@code "unknown"} draws the token as an open question
 * @param history earlier values, newest first
 */
public record FactToken(
        String key,
        String label,
        String value,
        @Nullable String confirmedBy,
        @Nullable String at,
        @Nullable String source,
        @Nullable String state,
        List<Earlier> history) {

    /** A value that was replaced, in the same words. */
    public record Earlier(
            String value,
            @Nullable String confirmedBy,
            @Nullable String at,
            @Nullable String source) {}

    public FactToken {
        history = List.copyOf(history);
    }
}
