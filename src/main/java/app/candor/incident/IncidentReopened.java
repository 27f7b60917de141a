package app.candor.incident;

/** What was dismissed or over goes on. */
public record IncidentReopened(String incidentId, Stage from, String reason) implements StoryEvent {
    @Override
    public String action() {
        return "reopened";
    }

    @Override
    public String sentence() {
        return "Reopened from " + from.key() + ": " + reason;
    }
}
