package app.candor.incident;

import java.util.Map;

/** An administrator let themselves into an incident that was closed to them. */
record GlassBroken(String incidentId, String person) implements StoryEvent {
    @Override
    public String action() {
        return "access by break-glass";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person);
    }

    @Override
    public String sentence() {
        return "An administrator opened this incident by break-glass";
    }
}
