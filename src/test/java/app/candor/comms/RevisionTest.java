package app.candor.comms;

import static app.candor.comms.RevisionFixture.document;
import static app.candor.comms.RevisionFixture.fact;
import static app.candor.comms.RevisionFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void anotherProgramComputesTheSameHashFromTheDescription() throws Exception {
        assertThat(IndependentHash.of(asDescribed())).isEqualTo(revision().hash());
    }

    @Test
    void theCanonicalBytesReadBackAsTheSameRevision() {
        assertThat(RevisionForm.read(revision().canonicalBytes())).isEqualTo(revision());
    }

    @Test
    void theOrderInWhichRecipientsAndFactsWereGivenDoesNotMatter() {
        var revision = revision();
        var turned =
                new Revision(
                        revision.draft(),
                        revision.number(),
                        revision.kind(),
                        revision.incident(),
                        revision.incidentKey(),
                        revision.text(),
                        revision.facts().reversed(),
                        revision.subject(),
                        ResolvedAudience.of(
                                revision.audience().scope(),
                                revision.audience().recipients().reversed()),
                        revision.channel(),
                        revision.attachments(),
                        revision.mergeFields(),
                        revision.severity(),
                        revision.severityClass(),
                        revision.policyVersion(),
                        revision.submittedBy(),
                        revision.submittedAt(),
                        revision.corrects(),
                        null,
                        null);

        assertThat(turned.hash()).isEqualTo(revision.hash());
    }

    @Test
    void equalWordsInAnotherDraftHaveAnotherHash() {
        var words = document("Your orders arrive late.");

        assertThat(RevisionFixture.of("d1", 1, words, "Late").hash())
                .isNotEqualTo(RevisionFixture.of("d2", 1, words, "Late").hash());
    }

    @Test
    void charactersThatNobodySeesChangeTheHash() {
        var plain = revision(1, "Orders late").hash();

        assertThat(List.of("Orders\u200b late", "Orders \u202elate", "Orders l\u0430te"))
                .allSatisfy(trick -> assertThat(revision(1, trick).hash()).isNotEqualTo(plain));
    }

    /** The address of a picture ends in the SHA-256 of its bytes, and is part of the document. */
    @Test
    void anotherProgramComputesTheSameHashOfATextWithAPictureAndAnotherPictureHasAnother()
            throws Exception {
        var chart = withPicture("0f".repeat(32));
        var form = asDescribed();
        form.put("text", Map.of("id", "draft-d7k2m9x3pqrs", "seq", 42, "document", chart));

        var hash = revision().with(chart).hash();
        assertThat(IndependentHash.of(form)).isEqualTo(hash);
        assertThat(revision().with(withPicture("1e".repeat(32))).hash()).isNotEqualTo(hash);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> withPicture(String sha256) {
        return (Map<String, Object>)
                app.candor.prosemirror.Json.parse(
                        """
                        {"type":"doc","content":[{"type":"paragraph","content":[
                         {"type":"text","text":"Late."},
                         {"type":"image","attrs":{"src":"/attachments/draft-d7k2m9x3pqrs/%s.png",
                          "alt":"Orders per minute","title":null,"width":640,"height":320}}]}]}
                        """
                                .formatted(sha256));
    }

    private static Map<String, Object> asDescribed() {
        var form = new LinkedHashMap<String, Object>();
        form.put("format", "candor-revision-1");
        form.put("draft", "d7k2m9x3pqrs");
        form.put("number", 1);
        form.put("kind", "CUSTOMER_EMAIL");
        form.put("incident", "incident-1");
        form.put("incidentKey", "INC-K7Q4");
        form.put(
                "text",
                Map.of(
                        "id",
                        "draft-d7k2m9x3pqrs",
                        "seq",
                        42,
                        "document",
                        document("Your orders arrive late.")));
        form.put(
                "facts",
                List.of(
                        described(fact("affected-count", "Affected", "418 merchants", false)),
                        described(fact("started", "Started", "18 Nov 2026, 08:47 UTC", true))));
        form.put("subject", "Orders from Tradelane arrive late");
        form.put(
                "audience",
                Map.of(
                        "scope",
                        "AFFECTED_ACCOUNTS",
                        "label",
                        "2 affected accounts",
                        "recipients",
                        List.of(
                                Map.of(
                                        "account", "A-1",
                                        "name", "Brightwater",
                                        "contact", "Ana Li",
                                        "email", "ana@bw.example"),
                                Map.of(
                                        "account", "B-2",
                                        "name", "Øst \"Retail\"",
                                        "contact", "Bo Ek",
                                        "email", "bo@ost.example"))));
        form.put("channel", "EMAIL");
        form.put("attachments", List.of());
        form.put("mergeFields", List.of("contact_name"));
        form.put("severity", "SEV1");
        form.put("class", "HIGH");
        form.put("policy", 1);
        form.put("submittedBy", "writer");
        form.put("submittedAt", "2026-11-18T10:42:00Z");
        form.put("corrects", null);
        return form;
    }

    private static Map<String, Object> described(PinnedFact fact) {
        return Map.of(
                "key", fact.key(),
                "label", fact.label(),
                "value", fact.value(),
                "unknown", fact.unknown(),
                "asOf", "2026-11-18T10:31:00Z",
                "confirmedBy", fact.confirmedBy(),
                "source", fact.source(),
                "material", fact.material(),
                "shown", fact.shown());
    }

    @Test
    void theCanonicalFormIsOneLineOfUtf8() {
        var text = new String(revision().canonicalBytes(), StandardCharsets.UTF_8);

        assertThat(text).startsWith("{\"attachments\":[],\"audience\":{").doesNotContain("\n");
    }
}
