package app.candor.incident;

import java.util.Map;

/** It entered another stage. */
public record StageChanged(String incidentId, Stage from, Stage to) implements IncidentEvent {
    @Override
    public String action() {
        return "stage changed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("from", from.name(), "to", to.name());
    }
}
