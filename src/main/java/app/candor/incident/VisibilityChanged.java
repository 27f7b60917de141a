package app.candor.incident;

import app.candor.access.Visibility;
import java.util.Locale;
import java.util.Map;

/** More people, or fewer, may see it from now on. */
public record VisibilityChanged(String incidentId, Visibility from, Visibility to)
        implements StoryEvent {
    @Override
    public String action() {
        return "visibility changed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("from", from.name(), "to", to.name());
    }

    @Override
    public String sentence() {
        return "Visibility: " + words(from) + " to " + words(to);
    }

    private static String words(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
