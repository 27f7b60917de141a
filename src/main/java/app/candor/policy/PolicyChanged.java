package app.candor.policy;

import app.candor.audit.DomainEvent;
import java.util.Map;

/** A policy version was proposed, confirmed or declined. */
public record PolicyChanged(PolicyKind kind, int number, String what) implements DomainEvent {
    @Override
    public String subject() {
        return "policy:" + kind;
    }

    @Override
    public String action() {
        return what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", Integer.toString(number));
    }
}
