package app.candor.incident;

import java.time.Instant;

/**
 * One of the texts that a team writes about its incident.
 *
 * @param id of the text, too
 * @param kind {@code incident}, {@code brain-dump}: names the template
 * @param title as people called it
 * @param policy version of the templates it was begun from
 * @param template name of the template in that version
 * @param begunBy person id, {@code system} for the one that opens with the report
 * @param seqAtStage version of the text as the incident entered its present stage; 0 where it was
 *     begun since
 */
public record IncidentDocument(
        String id,
        String incidentId,
        String kind,
        String title,
        int policy,
        String template,
        String begunBy,
        Instant at,
        long seqAtStage) {

    /** The kind of the document that opens with the report. */
    public static final String MAIN = "incident";

    /**
     * The kind of the text that says why it happened; an incident has one, begun from its review.
     */
    public static final String ROOT_CAUSE = "root-cause";

    /** Whether it is the one that opened with the report. */
    public boolean isMain() {
        return kind.equals(MAIN);
    }

    IncidentDocument entered(long seq) {
        return new IncidentDocument(
                id, incidentId, kind, title, policy, template, begunBy, at, seq);
    }

    IncidentDocument begunAgain(int newPolicy, String newTemplate) {
        return new IncidentDocument(
                id, incidentId, kind, title, newPolicy, newTemplate, begunBy, at, seqAtStage);
    }

    /** The last part of its address; empty for the main document, which is the room itself. */
    public String name() {
        return isMain() ? "" : id.substring(id.lastIndexOf('-') + 1);
    }

    /** The path where it is read. */
    public String path(Incident incident) {
        return isMain() ? incident.path() : incident.path() + "/documents/" + name();
    }

    /** Somebody began one. */
    record Begun(String incidentId, String kind) implements IncidentEvent {
        @Override
        public String action() {
            return "document begun";
        }

        @Override
        public java.util.Map<String, String> facts() {
            return java.util.Map.of("kind", kind);
        }
    }
}
