package app.candor.coedit;

import app.candor.prosemirror.Step;
import java.time.Instant;
import java.util.List;

/**
 * One entry of a text's history.
 *
 * @param seq its number in the log, from 1
 * @param userId who made it
 * @param steps what changed, against the version {@code seq - 1}; empty when nothing was left of
 *     the edit after those that came first, and for a lock
 */
public record Change(long seq, String userId, Instant at, Kind kind, List<Step> steps) {
    /** What an entry did. */
    public enum Kind {
        EDIT,
        LOCK,
        UNLOCK
    }

    public Change {
        steps = List.copyOf(steps);
    }
}
