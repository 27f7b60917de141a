package app.candor.incident;

/** It is no incident; the reason stands in the incident. */
public record IncidentDismissed(String incidentId) implements IncidentEvent {
    @Override
    public String action() {
        return "dismissed";
    }
}
