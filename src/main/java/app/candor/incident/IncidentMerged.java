package app.candor.incident;

import java.util.Map;

/**
 * It is part of another incident from now on.
 *
 * @param into id of the other one
 */
public record IncidentMerged(String incidentId, String into) implements StoryEvent {
    @Override
    public String action() {
        return "merged";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("into", into);
    }

    @Override
    public String sentence() {
        return "Merged into another incident";
    }
}
