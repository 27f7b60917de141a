package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision was withdrawn or sent back: the text opens for typing. */
public record DraftReopened(
        String draft, @Nullable String incident, String what, int revision, @Nullable String gate)
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
        return gate == null
                ? Map.of("revision", Integer.toString(revision))
                : Map.of("revision", Integer.toString(revision), "gate", gate);
    }
}
