package app.candor.incident;

import java.time.Instant;

/**
 * One line of the timeline.
 *
 * @param at when it happened, UTC
 * @param actor person id, {@code system} for the portal
 * @param what one sentence without a full stop
 * @param bySystem whether the portal made it by itself
 */
public record TimelineEntry(
        String incidentId, Instant at, String actor, String what, boolean bySystem) {}
