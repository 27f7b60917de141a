package app.candor.incident.record;

import app.candor.incident.StoryEvent;
import java.util.Locale;
import java.util.Map;

/** A link was added or removed. */
record LinkChanged(String incidentId, String link, LinkKind kind, String what)
        implements StoryEvent {
    @Override
    public String action() {
        return "link " + what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("kind", kind.name());
    }

    @Override
    public String sentence() {
        return "Link " + what + ": " + kind.label().toLowerCase(Locale.UK);
    }
}
