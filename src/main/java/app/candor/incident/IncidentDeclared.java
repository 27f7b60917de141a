package app.candor.incident;

import app.candor.access.Visibility;
import app.candor.policy.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * It has a severity and a type now.
 *
 * @param rawDataLost answer to the question at declaring; null where the type does not ask
 */
public record IncidentDeclared(
        String incidentId,
        Severity severity,
        IncidentType type,
        Visibility visibility,
        @Nullable RawDataLost rawDataLost)
        implements IncidentEvent {
    @Override
    public String action() {
        return "declared";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "severity", severity.name(), "type", type.name(), "visibility", visibility.name());
    }
}
