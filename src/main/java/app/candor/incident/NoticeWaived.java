package app.candor.incident;

import java.util.Map;

/** The commander decided that an audience is told nothing. */
public record NoticeWaived(String incidentId, Audience audience) implements IncidentEvent {
    @Override
    public String action() {
        return "notice waived";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("audience", audience.name());
    }
}
