package app.candor.comms;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;

import app.candor.access.SignedIn;
import app.candor.coedit.Texts;
import app.candor.delivery.Delivery;
import app.candor.delivery.Outbox;
import app.candor.demo.DemoPerson;
import app.candor.incident.Accounts;
import app.candor.incident.Declaration;
import app.candor.incident.FactKey;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.notify.Inbox;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.Step;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A SEV1 outage with two affected accounts and a customer e-mail about it, on the real parts. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"candor.demo=empty", "candor.data=target/test-data/comms"})
@Import({FreshLogins.class, Crashes.class})
abstract class CommsDesk {
    @Autowired Drafts drafts;
    @Autowired Submissions submissions;
    @Autowired Signing signing;
    @Autowired DraftStore store;
    @Autowired Evidence evidence;
    @Autowired Texts texts;
    @Autowired Inbox inbox;
    @Autowired Outbox outbox;
    @Autowired FreshLogins.Stub stepUp;
    @Autowired private Incidents incidents;
    @Autowired private Facts facts;
    @Autowired private Accounts accounts;
    @Autowired private MongoTemplate mongo;

    @BeforeEach
    void everybodyIsKnown() {
        SignedIn.everybodyKnown(mongo);
        stepUp.forget();
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    Incident sev1() {
        var reported = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF));
        SignedIn.as(
                ENGINEER,
                () -> {
                    accounts.importCsv(
                            reported.id(),
                            """
                            account,name,tier,csm,contact_name,contact_email,integration,contract_notice_hours,affected
                            A-1,Brightwater,gold,Hanna Weiss,Ana Li,ana@bw.example,Tradelane,4,yes
                            B-2,Øst Retail,silver,Ravi Menon,Bo Ek,bo@ost.example,Tradelane,,yes
                            C-3,Cobalt,silver,Ravi Menon,Cy Ott,cy@cobalt.example,,,no
                            """
                                    .getBytes(StandardCharsets.UTF_8));
                    return incidents.declare(
                            reported.id(),
                            Declaration.of(Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO));
                });
        SignedIn.as(COMMANDER, () -> incidents.takeCommand(reported.id()));
        return SignedIn.as(
                ENGINEER,
                () -> {
                    facts.confirm(
                            reported.id(), FactKey.STARTED, "2026-11-18T08:47:00Z", "age chart");
                    return incidents.get(reported.id());
                });
    }

    Draft begun() {
        return begun(sev1().id());
    }

    Draft begun(String incident) {
        var draft =
                SignedIn.as(
                        WRITER,
                        () ->
                                drafts.begin(
                                        new NewDraft(
                                                DraftKind.CUSTOMER_EMAIL,
                                                incident,
                                                null,
                                                "Orders arrive late",
                                                Audience.of(AudienceScope.AFFECTED_ACCOUNTS),
                                                SeverityClass.LOW,
                                                letter(),
                                                null)));
        type(draft, WRITER, "We are sorry. ");
        return draft;
    }

    Draft inReview() {
        return submitted(begun());
    }

    Draft submitted(Draft draft) {
        return SignedIn.as(WRITER, () -> submissions.submit(draft.id()));
    }

    Draft signedByAll(Draft draft) {
        sign(draft, ENGINEER2, "accuracy");
        sign(draft, CSLEAD, "clarity");
        sign(draft, LEGAL, "liability");
        sign(draft, COMMANDER, "authority-commander");
        return sign(draft, LEADER, "authority-leadership");
    }

    Draft sign(Draft draft, DemoPerson signer, String gate) {
        stepUp.login(signer, List.of(seen(draft).hash()));
        return signWithoutLogin(draft, signer, gate);
    }

    Draft signWithoutLogin(Draft draft, DemoPerson signer, String gate) {
        return SignedIn.as(signer, () -> signing.sign(draft.id(), gate, seen(draft)));
    }

    /** A draft in review of a security incident whose members are commander, writer and legal. */
    Draft restricted() {
        var reported = SignedIn.as(ENGINEER, () -> incidents.report("Odd keys", Source.STAFF));
        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.declare(
                                reported.id(),
                                Declaration.of(Severity.SEV1, IncidentType.SECURITY, null)));
        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.assignRole(
                                reported.id(),
                                app.candor.incident.IncidentRole.COMMANDER,
                                COMMANDER.sub()));
        for (var member : List.of(WRITER, LEGAL)) {
            SignedIn.as(COMMANDER, () -> incidents.grantAccess(reported.id(), member.sub()));
        }
        return SignedIn.as(
                WRITER, () -> drafts.begin(NewDraft.of(DraftKind.LEADERSHIP_NOTE, reported.id())));
    }

    void confirm(Draft draft, FactKey key, String value) {
        SignedIn.as(ENGINEER, () -> facts.confirm(draft.incident(), key, value, "age chart"));
    }

    /** The company's three accounts again, each {@code yes} if it is affected. */
    void importAccounts(Draft draft, String a, String b, String c) {
        SignedIn.as(
                ENGINEER,
                () ->
                        accounts.importCsv(
                                draft.incident(),
                                """
                                account,name,tier,csm,contact_name,contact_email,integration,contract_notice_hours,affected
                                A-1,Brightwater,gold,Hanna Weiss,Ana Li,ana@bw.example,Tradelane,4,%s
                                B-2,Øst Retail,silver,Ravi Menon,Bo Ek,bo@ost.example,Tradelane,,%s
                                C-3,Cobalt,silver,Ravi Menon,Cy Ott,cy@cobalt.example,,,%s
                                """
                                        .formatted(a, b, c)
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds words at the start of the second paragraph in the person's name. */
    void type(Draft draft, DemoPerson person, String words) {
        texts.edit(draft.textId(), person.sub(), doc -> List.of(insertion(doc, words)));
    }

    static Seen seen(Draft draft) {
        var review = draft.review().orElseThrow();
        return new Seen(review.number(), review.hash());
    }

    Draft drafts(Draft draft) {
        return store.get(draft.id());
    }

    List<Delivery> packagesOf(Draft draft) {
        return SignedIn.as(SUPPORT, () -> outbox.visible(500)).stream()
                .filter(delivery -> java.util.Objects.equals(delivery.incident(), draft.incident()))
                .toList();
    }

    private static Step insertion(Node doc, String words) {
        var at = doc.content().children().getFirst().size() + 1;
        return Step.fromJson(
                Schema.candor(),
                Map.of(
                        "stepType",
                        "replace",
                        "from",
                        (long) at,
                        "to",
                        (long) at,
                        "slice",
                        Map.of("content", List.of(Map.of("type", "text", "text", words)))));
    }

    private static Node letter() {
        return Node.fromJson(Schema.candor(), RevisionFixture.document("Your orders arrive late."));
    }

    /** Events of a draft that a listener could not take, and that are told again. */
    List<Document> owed(String draft) {
        var stored = mongo.getCollection("drafts").find(Filters.eq("_id", draft)).first();
        return java.util.Objects.requireNonNull(stored).getList("owed", Document.class);
    }
}
