package app.candor.incident;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text reached an audience, which meets or restarts its clocks. */
public record UpdateReleased(
        String incidentId, Audience audience, Instant at, @Nullable Instant nextUpdateAt)
        implements IncidentEvent {
    @Override
    public String action() {
        return "update released";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("audience", audience.name(), "at", at.toString());
    }
}
