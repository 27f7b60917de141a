package app.candor.incident.record;

import java.time.Instant;

/**
 * A place elsewhere that belongs to the incident.
 *
 * @param url http or https, without user name
 * @param by person id of who added it
 */
public record IncidentLink(
        String id, LinkKind kind, String label, String url, String by, Instant at) {}
