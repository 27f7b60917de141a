package app.candor.comms;

import app.candor.incident.Stage;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The canonical form of a revision, both ways; {@code docs/revision.md} describes it. */
final class RevisionForm {
    static final String FORMAT = "candor-revision-1";

    private RevisionForm() {}

    static byte[] write(Revision revision) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("format", FORMAT);
        form.put("draft", revision.draft());
        form.put("number", (long) revision.number());
        form.put("kind", revision.kind().name());
        form.put("incident", revision.incident());
        form.put("incidentKey", revision.incidentKey());
        form.put("text", text(revision.text()));
        form.put("facts", revision.facts().stream().map(RevisionForm::fact).toList());
        form.put("subject", revision.subject());
        form.put("audience", audience(revision.audience()));
        form.put("channel", revision.channel().name());
        form.put(
                "attachments",
                revision.attachments().stream().map(RevisionForm::attachment).toList());
        form.put("mergeFields", revision.mergeFields());
        form.put("severity", revision.severity() == null ? null : revision.severity().name());
        form.put("class", revision.severityClass().name());
        form.put("policy", (long) revision.policyVersion());
        form.put("submittedBy", revision.submittedBy());
        form.put("submittedAt", revision.submittedAt().toString());
        form.put("corrects", corrects(revision.corrects()));
        var standing = revision.standing();
        if (standing != null) {
            form.put(
                    "standing",
                    Map.of("stage", standing.stage().name(), "until", standing.until().toString()));
        }
        var wording = revision.preapproved();
        if (wording != null) {
            form.put(
                    "preapproved",
                    Map.of(
                            "draft", wording.draft(),
                            "number", (long) wording.number(),
                            "revision", wording.revision()));
        }
        return Json.canonical(form).getBytes(StandardCharsets.UTF_8);
    }

    static Revision read(byte[] canonical) {
        var form = object(Json.parse(new String(canonical, StandardCharsets.UTF_8)));
        if (!FORMAT.equals(form.get("format"))) {
            throw new IllegalArgumentException("Not a revision of the form " + FORMAT);
        }
        var text = object(form.get("text"));
        var audience = object(form.get("audience"));
        var severity = form.get("severity");
        return new Revision(
                string(form, "draft"),
                (int) whole(form, "number"),
                DraftKind.valueOf(string(form, "kind")),
                (String) form.get("incident"),
                (String) form.get("incidentKey"),
                new Revision.Text(
                        string(text, "id"), whole(text, "seq"), object(text.get("document"))),
                objects(form, "facts").stream().map(RevisionForm::readFact).toList(),
                string(form, "subject"),
                new ResolvedAudience(
                        AudienceScope.valueOf(string(audience, "scope")),
                        string(audience, "label"),
                        objects(audience, "recipients").stream()
                                .map(RevisionForm::readRecipient)
                                .toList()),
                Channel.valueOf(string(form, "channel")),
                objects(form, "attachments").stream().map(RevisionForm::readAttachment).toList(),
                list(form, "mergeFields").stream().map(String.class::cast).toList(),
                severity == null ? null : Severity.valueOf((String) severity),
                SeverityClass.valueOf(string(form, "class")),
                (int) whole(form, "policy"),
                string(form, "submittedBy"),
                Instant.parse(string(form, "submittedAt")),
                readCorrects(form.get("corrects")),
                readStanding(form.get("standing")),
                readPreapproved(form.get("preapproved")));
    }

    private static @Nullable Map<String, @Nullable Object> corrects(@Nullable Corrected wrong) {
        if (wrong == null) {
            return null;
        }
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("draft", wrong.draft());
        form.put("number", (long) wrong.number());
        form.put("revision", wrong.hash());
        form.put("subject", wrong.subject());
        form.put("releasedAt", wrong.releasedAt().toString());
        return form;
    }

    private static @Nullable Corrected readCorrects(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var form = object(value);
        return new Corrected(
                string(form, "draft"),
                (int) whole(form, "number"),
                string(form, "revision"),
                string(form, "subject"),
                Instant.parse(string(form, "releasedAt")));
    }

    private static @Nullable Standing readStanding(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var form = object(value);
        return new Standing(
                Stage.valueOf(string(form, "stage")), Instant.parse(string(form, "until")));
    }

    private static @Nullable Preapproved readPreapproved(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var form = object(value);
        return new Preapproved(
                string(form, "draft"), (int) whole(form, "number"), string(form, "revision"));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }

    private static Map<String, @Nullable Object> text(Revision.Text text) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("id", text.id());
        form.put("seq", text.seq());
        form.put("document", text.document());
        return form;
    }

    private static Map<String, @Nullable Object> fact(PinnedFact fact) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("key", fact.key());
        form.put("label", fact.label());
        form.put("value", fact.value());
        form.put("unknown", fact.unknown());
        form.put("asOf", fact.asOf().toString());
        form.put("confirmedBy", fact.confirmedBy());
        form.put("source", fact.source());
        form.put("material", fact.material());
        form.put("shown", fact.shown());
        return form;
    }

    private static PinnedFact readFact(Map<String, @Nullable Object> form) {
        return new PinnedFact(
                string(form, "key"),
                string(form, "label"),
                string(form, "value"),
                flag(form, "unknown"),
                Instant.parse(string(form, "asOf")),
                string(form, "confirmedBy"),
                string(form, "source"),
                flag(form, "material"),
                flag(form, "shown"));
    }

    private static Map<String, @Nullable Object> audience(ResolvedAudience audience) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("scope", audience.scope().name());
        form.put("label", audience.label());
        form.put(
                "recipients", audience.recipients().stream().map(RevisionForm::recipient).toList());
        return form;
    }

    private static Map<String, @Nullable Object> recipient(Recipient recipient) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("account", recipient.account());
        form.put("name", recipient.name());
        form.put("contact", recipient.contact());
        form.put("email", recipient.email());
        return form;
    }

    private static Recipient readRecipient(Map<String, @Nullable Object> form) {
        return new Recipient(
                string(form, "account"),
                string(form, "name"),
                string(form, "contact"),
                string(form, "email"));
    }

    private static Map<String, @Nullable Object> attachment(Attachment attachment) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("name", attachment.name());
        form.put("mediaType", attachment.mediaType());
        form.put("size", attachment.size());
        form.put("sha256", attachment.sha256());
        return form;
    }

    private static Attachment readAttachment(Map<String, @Nullable Object> form) {
        return new Attachment(
                string(form, "name"),
                string(form, "mediaType"),
                whole(form, "size"),
                string(form, "sha256"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
    }

    private static List<?> list(Map<String, @Nullable Object> form, String name) {
        return (List<?>) Objects.requireNonNull(form.get(name), name);
    }

    private static List<Map<String, @Nullable Object>> objects(
            Map<String, @Nullable Object> form, String name) {
        return list(form, name).stream().map(RevisionForm::object).toList();
    }

    private static String string(Map<String, @Nullable Object> form, String name) {
        return (String) Objects.requireNonNull(form.get(name), name);
    }

    private static long whole(Map<String, @Nullable Object> form, String name) {
        return ((Number) Objects.requireNonNull(form.get(name), name)).longValue();
    }

    private static boolean flag(Map<String, @Nullable Object> form, String name) {
        return (boolean) Objects.requireNonNull(form.get(name), name);
    }
}
