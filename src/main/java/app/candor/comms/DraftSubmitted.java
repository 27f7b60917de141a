package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision went before its signers. */
public record DraftSubmitted(
        String draft,
        @Nullable String incident,
        DraftKind kind,
        int revision,
        String hash,
        int policyVersion)
        implements DomainEvent {
    @Override
    public String subject() {
        return "draft:" + draft;
    }

    @Override
    public String action() {
        return "submitted";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "revision",
                Integer.toString(revision),
                "hash",
                hash,
                "policy",
                Integer.toString(policyVersion));
    }
}
