package app.candor.coedit.margin;

import app.candor.prosemirror.Step;
import java.util.List;

/**
 * A note where it stands in one version of its text.
 *
 * @param seq the version
 * @param from where its words begin
 * @param to where they end; {@code from} if they are gone
 * @param steps what a suggestion would do to that version; empty for a comment
 */
public record PlacedNote(MarginNote note, long seq, int from, int to, List<Step> steps) {
    public PlacedNote {
        steps = List.copyOf(steps);
    }

    /** Whether the words it was about, or the place it would change, are gone. */
    public boolean lost() {
        return note.isSuggestion() ? steps.isEmpty() : from >= to;
    }
}
