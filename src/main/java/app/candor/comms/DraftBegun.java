package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A draft was begun. */
public record DraftBegun(String draft, @Nullable String incident, DraftKind kind)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return "begun";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("kind", kind.name());
    }
}
