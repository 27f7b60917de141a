package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AuditLog;
import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Proofs of releases: one file with the revision, the manifest of who signed what, and the portal's
 * signature under it. {@code docs/revision.md} describes it; {@code ./candor verify} reads it.
 */
@Service
public class ReleaseProofs {
    private static final String MANIFEST = "candor-manifest-1";
    private static final String RELEASE = "candor-release-1";

    private final DraftStore drafts;
    private final ExtensionStore extensions;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Evidence evidence;
    private final PortalKeys keys;
    private final AuditLog audit;
    private final Access access;

    ReleaseProofs(
            DraftStore drafts,
            ExtensionStore extensions,
            Revisions revisions,
            Occasions occasions,
            Evidence evidence,
            PortalKeys keys,
            AuditLog audit,
            Access access) {
        this.drafts = drafts;
        this.extensions = extensions;
        this.revisions = revisions;
        this.occasions = occasions;
        this.evidence = evidence;
        this.keys = keys;
        this.audit = audit;
        this.access = access;
    }

    /**
     * The proof for an auditor, the identity provider's tokens enclosed.
     *
     * @throws NotFound if there is no such draft for this person
     * @throws Refused without the role, or unless it was released
     */
    public byte[] export(String id) {
        var draft = drafts.get(id);
        access.require(Act.READ_AUDIT, occasions.guarded(draft.incident()));
        if (!(draft.state() instanceof DraftState.Released gone)) {
            throw new Refused("Only a released text has a proof. This one is still here.");
        }
        var tokens =
                Stream.concat(
                                gone.signatures().stream(),
                                extensions.signedOf(id).stream()
                                        .map(AudienceExtension::signature)
                                        .flatMap(Stream::ofNullable))
                        .map(Signature::evidence)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .sorted()
                        .map(this::token)
                        .toList();
        return proof(draft, gone, tokens);
    }

    /** The proof that leaves with the text; the tokens, which name more than signers, stay here. */
    byte[] enclosed(Draft draft, DraftState.Released gone) {
        return proof(draft, gone, List.of());
    }

    private byte[] proof(
            Draft draft, DraftState.Released gone, List<Map<String, @Nullable Object>> tokens) {
        var manifest = Json.canonical(manifest(draft, gone));
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("format", RELEASE);
        form.put("revision", new String(revisions.bytes(gone.hash()), StandardCharsets.UTF_8));
        form.put("manifest", manifest);
        form.put(
                "signature",
                Base64.getEncoder()
                        .encodeToString(keys.sign(manifest.getBytes(StandardCharsets.UTF_8))));
        form.put("evidence", tokens);
        var wording = revisions.get(gone.hash()).preapproved();
        if (wording != null) {
            form.put(
                    "preapproved",
                    new String(revisions.bytes(wording.revision()), StandardCharsets.UTF_8));
        }
        return Json.canonical(form).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> manifest(Draft draft, DraftState.Released gone) {
        var head = audit.head();
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("format", MANIFEST);
        form.put("draft", draft.id());
        form.put("number", (long) gone.number());
        form.put("revision", gone.hash());
        form.put("policy", (long) gone.policyVersion());
        form.put("signatures", gone.signatures().stream().map(ReleaseProofs::signature).toList());
        form.put("releasedBy", gone.by());
        form.put("releasedByName", gone.byName());
        form.put("releasedAt", gone.at().toString());
        form.put("auditEntry", head.map(entry -> entry.number()).orElse(0L));
        form.put("auditHead", head.map(entry -> entry.hash()).orElse("0".repeat(64)));
        form.put("key", keys.fingerprint());
        form.put("emergency", emergency(gone.emergency()));
        form.put(
                "extensions",
                extensions.signedOf(draft.id()).stream().map(ReleaseProofs::extension).toList());
        return form;
    }

    private static Map<String, @Nullable Object> extension(AudienceExtension signed) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("extension", signed.canonical());
        form.put("reason", signed.reason());
        form.put("proposedBy", signed.proposedBy());
        form.put("proposedByName", signed.proposedByName());
        form.put("proposedAt", signed.proposedAt().toString());
        form.put("signature", signature(Objects.requireNonNull(signed.signature())));
        return form;
    }

    private static @Nullable Map<String, @Nullable Object> emergency(
            Emergency.@Nullable Used used) {
        if (used == null) {
            return null;
        }
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("leader", used.leader());
        form.put("leaderName", used.leaderName());
        form.put("second", used.second());
        form.put("secondName", used.secondName());
        form.put("reason", used.reason());
        form.put("missing", used.missing());
        return form;
    }

    private static Map<String, @Nullable Object> signature(Signature signature) {
        var authenticated = signature.authenticatedAt();
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("gate", signature.gate());
        form.put("gateTitle", signature.gateTitle());
        form.put("meaning", signature.meaning());
        form.put("person", signature.person());
        form.put("name", signature.name());
        form.put("title", signature.title());
        form.put("at", signature.at().toString());
        form.put("authenticatedAt", authenticated == null ? null : authenticated.toString());
        form.put("number", (long) signature.revision());
        form.put("revision", signature.hash());
        form.put("policy", (long) signature.policyVersion());
        form.put("evidence", signature.evidence());
        return form;
    }

    private Map<String, @Nullable Object> token(String id) {
        var kept = Objects.requireNonNull(evidence.find(id).orElse(null), id);
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("id", id);
        form.put("idToken", kept.idToken());
        form.put("nonceInput", kept.nonceInput());
        return form;
    }
}
