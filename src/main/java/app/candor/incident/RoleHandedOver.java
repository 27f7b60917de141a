package app.candor.incident;

import java.util.Locale;
import java.util.Map;

/** A role went to somebody else, with a word about where things stand. */
record RoleHandedOver(String incidentId, IncidentRole role, String to, String note)
        implements StoryEvent {
    @Override
    public String action() {
        return "role handed over";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("role", role.name(), "person", to);
    }

    @Override
    public String sentence() {
        return "Handed over as " + role.label().toLowerCase(Locale.UK) + ": " + note;
    }
}
