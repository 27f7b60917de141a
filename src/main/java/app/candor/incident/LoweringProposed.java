package app.candor.incident;

import app.candor.policy.Severity;
import java.util.Map;

/** A lower class waits for a second person. */
public record LoweringProposed(String incidentId, Severity from, Severity to)
        implements IncidentEvent {
    @Override
    public String action() {
        return "lower severity proposed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("from", from.name(), "to", to.name());
    }
}
