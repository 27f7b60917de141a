package app.candor.incident;

import java.util.Map;

/** Somebody may see a restricted incident from now on. */
public record AccessGranted(String incidentId, String person) implements IncidentEvent {
    @Override
    public String action() {
        return "access granted";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person);
    }
}
