package app.candor.incident;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody took over a role.
 *
 * @param person whose it is now; null when it fell vacant
 */
public record RoleAssigned(String incidentId, IncidentRole role, @Nullable String person)
        implements IncidentEvent {
    @Override
    public String action() {
        return "role assigned";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("role", role.name(), "person", person == null ? "" : person);
    }
}
