package app.candor.incident;

import java.util.Map;

/** Somebody suspects an incident. */
public record IncidentReported(String incidentId, String key, Source source)
        implements IncidentEvent {
    @Override
    public String action() {
        return "reported";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("key", key, "source", source.name());
    }
}
