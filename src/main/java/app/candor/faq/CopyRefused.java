package app.candor.faq;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer changed while it was copied: the copy stays on record, no words were handed out. */
public record CopyRefused(String entry, @Nullable String incident, int version)
        implements DomainEvent {
    @Override
    public String subject() {
        return "faq:" + entry;
    }

    @Override
    public String action() {
        return "copy refused";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", Integer.toString(version));
    }
}
