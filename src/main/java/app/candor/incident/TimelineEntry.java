package app.candor.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the timeline.
 *
 * @param id of the event behind it, else random
 * @param at when it happened, UTC
 * @param actor person id, {@code system} for the portal
 * @param what one sentence without a full stop
 * @param bySystem whether the portal made it by itself
 * @param earlier what it said before people mended it, oldest first
 */
public record TimelineEntry(
        String id,
        String incidentId,
        Instant at,
        String actor,
        String what,
        boolean bySystem,
        List<Earlier> earlier) {
    public TimelineEntry {
        earlier = List.copyOf(earlier);
    }

    /** How it stood until somebody changed it. */
    public record Earlier(Instant at, String what, String changedBy, Instant changedAt) {}

    TimelineEntry mended(Instant nextAt, String nextWhat, String by, Instant now) {
        var history = new ArrayList<>(earlier);
        history.add(new Earlier(at, what, by, now));
        return new TimelineEntry(id, incidentId, nextAt, actor, nextWhat, bySystem, history);
    }
}
