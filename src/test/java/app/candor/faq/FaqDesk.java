package app.candor.faq;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;

import app.candor.access.SignedIn;
import app.candor.coedit.Texts;
import app.candor.comms.Draft;
import app.candor.comms.Drafts;
import app.candor.comms.FreshLogins;
import app.candor.comms.Seen;
import app.candor.comms.Signing;
import app.candor.comms.Submissions;
import app.candor.demo.DemoPerson;
import app.candor.incident.Declaration;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.notify.Inbox;
import app.candor.notify.Notice;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.Slice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The library on the real parts: questions asked, answered, signed, released and copied. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"candor.demo=empty", "candor.data=target/test-data/faq"})
@Import(FreshLogins.class)
abstract class FaqDesk {
    @Autowired Library library;
    @Autowired Copies copies;
    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Negatives negatives;
    @Autowired Drafts drafts;
    @Autowired Inbox inbox;
    @Autowired MongoTemplate mongo;
    @Autowired private Submissions submissions;
    @Autowired private Signing signing;
    @Autowired private Texts texts;
    @Autowired private FreshLogins.Stub stepUp;

    @BeforeEach
    void everybodyIsKnown() {
        SignedIn.everybodyKnown(mongo);
        stepUp.forget();
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    /** An evergreen entry with a released answer. */
    Entry answered(String question, String words) {
        var entry = SignedIn.as(WRITER, () -> library.add(question, null, "", false));
        return answeredNow(entry, words);
    }

    /** Writes, signs and releases the answer whose draft the entry has. */
    Entry answeredNow(Entry entry, String words) {
        var draft = inReview(entry, words);
        signedByAll(draft);
        return released(entry, draft);
    }

    /** The next answer of an entry, released. */
    Entry changedTo(Entry entry, String words) {
        return answeredNow(SignedIn.as(WRITER, () -> library.write(entry.id())), words);
    }

    Draft inReview(Entry entry, String words) {
        return inReview(entry, EntryFixture.paragraph(words));
    }

    Draft inReview(Entry entry, Map<String, Object> document) {
        var id = java.util.Objects.requireNonNull(entry.draft());
        var text = SignedIn.as(WRITER, () -> drafts.get(id)).textId();
        var node = Node.fromJson(Schema.candor(), document);
        texts.edit(
                text,
                WRITER.sub(),
                doc ->
                        List.of(
                                new ReplaceStep(
                                        0,
                                        doc.content().size(),
                                        new Slice(node.content(), 0, 0),
                                        false)));
        return SignedIn.as(WRITER, () -> submissions.submit(id));
    }

    void signedByAll(Draft draft) {
        var high = draft.review().orElseThrow().severityClass() == SeverityClass.HIGH;
        var gates =
                high
                        ? Map.of(
                                "accuracy", ENGINEER2,
                                "clarity", CSLEAD,
                                "liability", LEGAL,
                                "authority-commander", COMMANDER,
                                "authority-leadership", LEADER)
                        : Map.of("accuracy", ENGINEER2, "clarity", CSLEAD);
        gates.forEach((gate, signer) -> sign(draft, signer, gate));
    }

    void sign(Draft draft, DemoPerson signer, String gate) {
        stepUp.login(signer, List.of(seen(draft).hash()));
        SignedIn.as(signer, () -> signing.sign(draft.id(), gate, seen(draft)));
    }

    Entry released(Entry entry, Draft draft) {
        var releaser = draft.incident() == null ? SUPPORT : COMMANDER;
        SignedIn.as(
                high(draft) && draft.incident() != null ? SUPPORT : releaser,
                () -> drafts.release(draft.id(), seen(draft)));
        return library.find(entry.id()).orElseThrow();
    }

    private static boolean high(Draft draft) {
        return draft.review().orElseThrow().severityClass() == SeverityClass.HIGH;
    }

    static Seen seen(Draft draft) {
        var review = draft.review().orElseThrow();
        return new Seen(review.number(), review.hash());
    }

    /** Of the version that the entry has now, by the manager. */
    String copied(Entry entry, String customer) {
        return copied(entry, customer, CSM);
    }

    String copied(Entry entry, String customer, DemoPerson by) {
        var id = UUID.randomUUID().toString();
        var version = java.util.Objects.requireNonNull(entry.answer()).version();
        SignedIn.as(by, () -> copies.copy(id, entry.id(), version, customer, ""));
        return id;
    }

    Incident declared(Severity severity, IncidentType type) {
        var reported = SignedIn.as(ENGINEER, () -> incidents.report("Odd keys seen", Source.STAFF));
        var lost = type == IncidentType.OUTAGE || type == IncidentType.BUG ? RawDataLost.NO : null;
        SignedIn.as(
                ENGINEER,
                () -> incidents.declare(reported.id(), Declaration.of(severity, type, lost)));
        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.assignRole(
                                reported.id(),
                                app.candor.incident.IncidentRole.COMMANDER,
                                COMMANDER.sub()));
        return SignedIn.as(ENGINEER, () -> incidents.get(reported.id()));
    }

    /** Engineering says that nothing of what is asked was affected. */
    void nothingElseAffected(String incident) {
        for (var asked : SignedIn.as(ENGINEER, () -> negatives.asked(incident))) {
            SignedIn.as(
                    ENGINEER,
                    () -> negatives.answer(incident, asked.key(), false, "access log, query 7"));
        }
    }

    /** A security incident, for its members alone: those who sign, write and release. */
    Incident restricted() {
        var incident = declared(Severity.SEV2, IncidentType.SECURITY);
        for (var member : List.of(WRITER, LEGAL, CSLEAD, ENGINEER2, LEADER, SUPPORT, ENGINEER)) {
            SignedIn.as(COMMANDER, () -> incidents.grantAccess(incident.id(), member.sub()));
        }
        nothingElseAffected(incident.id());
        return SignedIn.as(COMMANDER, () -> incidents.get(incident.id()));
    }

    Entry question(String question, @Nullable String incident, String doNotSay) {
        return SignedIn.as(WRITER, () -> library.add(question, incident, doNotSay, false));
    }

    List<Notice> notices(DemoPerson person) {
        return SignedIn.as(person, () -> inbox.latest(500));
    }
}
