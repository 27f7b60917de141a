package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words stay although a rule minds them, somebody agreed to that, or the rule holds again.
 *
 * @param rule id of the rule; the words themselves stand in no log
 */
public record WordingKept(String draft, @Nullable String incident, String rule, String what)
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
        return Map.of("rule", rule);
    }
}
