package app.candor.incident;

import java.util.Map;

/** Somebody put themselves on the list of those who work on it. */
record PersonJoined(String incidentId, String person) implements IncidentEvent {
    @Override
    public String action() {
        return "joined";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person);
    }
}
