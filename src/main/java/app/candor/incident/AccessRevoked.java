package app.candor.incident;

import java.util.Map;

/** Somebody may not see it any more. */
record AccessRevoked(String incidentId, String person) implements StoryEvent {
    @Override
    public String action() {
        return "access revoked";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person);
    }

    @Override
    public String sentence() {
        return "Access taken back";
    }
}
