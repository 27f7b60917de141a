package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gate was signed; {@code complete} when it was the last one. */
public record DraftSigned(
        String draft,
        @Nullable String incident,
        String gate,
        int revision,
        String hash,
        boolean complete)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return "signed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("gate", gate, "revision", Integer.toString(revision), "hash", hash);
    }
}
