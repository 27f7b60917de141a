package app.candor.comms;

import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * More accounts for a released text: the same revision, sent on after one more signature of
 * authority.
 *
 * @param revision hash of the released revision
 * @param number of that revision
 * @param recipients those who get it in addition, sorted
 * @param signature null until somebody with authority signed
 * @param declined null unless somebody took it back
 */
public record AudienceExtension(
        String id,
        String draft,
        @Nullable String incident,
        String revision,
        int number,
        List<Recipient> recipients,
        String reason,
        String proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable Signature signature,
        @Nullable Instant declined) {

    public AudienceExtension {
        recipients = recipients.stream().sorted().distinct().toList();
    }

    public boolean waits() {
        return signature == null && declined == null;
    }

    /** What is signed: SHA-256 of {@link #canonical}. */
    public String hash() {
        return RevisionForm.sha256(canonical().getBytes(StandardCharsets.UTF_8));
    }

    /** The released revision and exactly these recipients, in the canonical form. */
    String canonical() {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("format", "candor-extension-1");
        form.put("id", id);
        form.put("draft", draft);
        form.put("revision", revision);
        form.put(
                "recipients",
                recipients.stream()
                        .map(to -> List.of(to.account(), to.name(), to.contact(), to.email()))
                        .toList());
        return Json.canonical(form);
    }

    /** As people read it: {@code 12 more accounts}. */
    public String label() {
        return recipients.size() == 1 ? "1 more account" : recipients.size() + " more accounts";
    }

    Change<AudienceExtension> sign(Signature by) {
        requireWaiting();
        if (!by.hash().equals(hash())) {
            throw new IllegalStateException("Signed was another extension");
        }
        return Change.of(with(by, null), new Extended(id, draft, incident, "audience extended"));
    }

    Change<AudienceExtension> decline(Instant now) {
        requireWaiting();
        return Change.of(
                with(null, now), new Extended(id, draft, incident, "extension taken back"));
    }

    private void requireWaiting() {
        if (signature != null) {
            throw new Refused(signature.name() + " signed this already; it is on its way.");
        }
        if (declined != null) {
            throw new Refused("This was taken back. Propose the accounts again.");
        }
    }

    private AudienceExtension with(@Nullable Signature by, @Nullable Instant off) {
        return new AudienceExtension(
                id,
                draft,
                incident,
                revision,
                number,
                recipients,
                reason,
                proposedBy,
                proposedByName,
                proposedAt,
                by,
                off);
    }

    /**
     * An extension was proposed, signed or taken back.
     *
     * @param action {@code extension proposed}, {@code audience extended}, {@code extension taken
     *     back}
     */
    public record Extended(String id, String draft, @Nullable String incident, String action)
            implements DomainEvent {
        @Override
        public String subject() {
            return "draft:" + draft;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("extension", id);
        }
    }
}
