package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something of a draft other than its text changed. */
public record DraftChanged(String draft, @Nullable String incident, String what)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }
}
