package app.candor.incident;

import java.util.List;
import java.util.Map;

/**
 * Engineering says that it is one.
 *
 * @param criteria which criteria were met or answered with yes
 */
public record IncidentConfirmed(String incidentId, List<String> criteria) implements IncidentEvent {
    @Override
    public String action() {
        return "confirmed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("criteria", String.join("; ", criteria));
    }
}
