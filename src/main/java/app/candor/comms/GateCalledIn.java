package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a gate that is needed only when asked for. */
public record GateCalledIn(String draft, @Nullable String incident, String gate, int revision)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return "gate called in";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("gate", gate, "revision", Integer.toString(revision));
    }
}
