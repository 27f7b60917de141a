package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision was released: it may leave, and nothing else of the draft may. */
public record DraftReleased(
        String draft,
        @Nullable String incident,
        @Nullable String owner,
        DraftKind kind,
        int revision,
        String hash)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return "released";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("revision", Integer.toString(revision), "hash", hash);
    }
}
