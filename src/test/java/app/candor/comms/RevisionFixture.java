package app.candor.comms;

import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A customer e-mail about late orders, as submitted. */
final class RevisionFixture {
    static final Instant SUBMITTED = Instant.parse("2026-11-18T10:42:00Z");

    private RevisionFixture() {}

    static Revision revision() {
        return revision(1, "Orders from Tradelane arrive late");
    }

    static Revision revision(int number, String subject) {
        return of("d7k2m9x3pqrs", number, document("Your orders arrive late."), subject);
    }

    static Revision of(String draft, int number, Map<String, Object> document, String subject) {
        return new Revision(
                draft,
                number,
                DraftKind.CUSTOMER_EMAIL,
                "incident-1",
                "INC-K7Q4",
                new Revision.Text("draft-" + draft, 42, document),
                List.of(
                        fact("started", "Started", "18 Nov 2026, 08:47 UTC", true),
                        fact("affected-count", "Affected", "418 merchants", false)),
                subject,
                ResolvedAudience.of(
                        AudienceScope.AFFECTED_ACCOUNTS,
                        List.of(
                                new Recipient("B-2", "Øst \"Retail\"", "Bo Ek", "bo@ost.example"),
                                new Recipient("A-1", "Brightwater", "Ana Li", "ana@bw.example"))),
                Channel.EMAIL,
                List.of(),
                List.of("contact_name"),
                Severity.SEV1,
                SeverityClass.HIGH,
                1,
                "writer",
                SUBMITTED,
                null,
                null,
                null);
    }

    static PinnedFact fact(String key, String label, String value, boolean material) {
        return new PinnedFact(
                key,
                label,
                value,
                value.isEmpty(),
                Instant.parse("2026-11-18T10:31:00Z"),
                "Mercy Adeyemi",
                "event age chart",
                material,
                true);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> document(String words) {
        return (Map<String, Object>)
                Json.parse(
                        """
                        {"type":"doc","content":[
                         {"type":"paragraph","content":[
                          {"type":"text","text":"Hello "},
                          {"type":"merge_field","attrs":{"name":"contact_name"}},
                          {"type":"text","text":","}]},
                         {"type":"paragraph","content":[
                          {"type":"text","text":%s},
                          {"type":"text","text":" Since "},
                          {"type":"fact","attrs":{"key":"started"}}]}]}
                        """
                                .formatted(Json.print(words)));
    }
}
