package app.candor.incident;

import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Severity or type changed.
 *
 * @param agreedBy person id of the second person; null where one was enough
 */
public record SeverityChanged(
        String incidentId,
        Severity from,
        Severity to,
        IncidentType type,
        SeverityClass severityClass,
        SeverityClass highestClass,
        @Nullable String agreedBy)
        implements IncidentEvent {
    @Override
    public String action() {
        return "severity changed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "from",
                from.name(),
                "to",
                to.name(),
                "type",
                type.name(),
                "class",
                severityClass.name());
    }
}
