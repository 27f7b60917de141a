package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signatures count for nothing any more, because what they stood for changed. */
public record SignaturesVoided(String draft, @Nullable String incident, int revision)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return "signatures voided";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("revision", Integer.toString(revision));
    }
}
