package app.candor.incident.review;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.ADMIN2;
import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.coedit.TextLocked;
import app.candor.coedit.Texts;
import app.candor.duties.Duties;
import app.candor.incident.Audience;
import app.candor.incident.Completeness;
import app.candor.incident.Declaration;
import app.candor.incident.Documents;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.ReviewFigures.Figure;
import app.candor.incident.RootCauseText;
import app.candor.incident.Source;
import app.candor.incident.Stage;
import app.candor.notify.Inbox;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class ReviewTest {
    private static final String WITHOUT_LAST_SECTION =
            RootCauseText.COMPLETE.substring(
                    RootCauseText.COMPLETE.indexOf("# How it came"),
                    RootCauseText.COMPLETE.indexOf("Reproduced"));

    @Autowired Incidents incidents;
    @Autowired Documents documents;
    @Autowired Texts texts;
    @Autowired Policies policies;
    @Autowired Reviews reviews;
    @Autowired LeadershipReports reports;
    @Autowired ActionReminders reminders;
    @Autowired Duties duties;
    @Autowired Inbox inbox;
    @Autowired MongoTemplate mongo;
    @Autowired MovableClock clock;

    @BeforeEach
    void everybodyHasSignedInOnce() {
        SignedIn.everybodyKnown(mongo);
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void anIncidentClosesOnlyWithItsActionsFiled() {
        var id = inReview().id();
        SignedIn.as(COMMANDER);
        assertThatThrownBy(() -> incidents.setStage(id, Stage.CLOSED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("File the review");
        var duty = duties.blocking(id).getFirst();
        assertThatThrownBy(() -> duties.done(duty.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reviews.file(id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("root cause")
                .hasMessageContaining("learning");

        var cause = reviews.writeRootCause(id);
        assertThatThrownBy(() -> reviews.file(id)).hasMessageContaining("write the root cause");
        write(cause, "# In short\nA limit nobody watched\n" + WITHOUT_LAST_SECTION);
        assertThatThrownBy(() -> reviews.file(id))
                .hasMessageContaining("finish the root cause: “How sure we are”;");
        write(cause, RootCauseText.COMPLETE);
        reviews.addLearning(id, "Watch the limit");
        reviews.addLearning(id, "The room filled within five minutes");
        assertThatThrownBy(() -> reviews.file(id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2 learnings");
        var learnings = reviews.of(id).learnings();
        var due = clock.instant().plus(Duration.ofDays(10));
        reviews.addAction(
                id, learnings.getFirst().id(), "Alert on the limit", ENGINEER2.sub(), due);
        reviews.noAction(id, learnings.getLast().id(), "It went well");
        reviews.file(id);

        assertThatThrownBy(() -> reviews.addLearning(id, "Late")).isInstanceOf(Refused.class);
        assertThat(incidents.setStage(id, Stage.CLOSED).stage()).isEqualTo(Stage.CLOSED);
        assertThat(duties.waitingFor(SignedIn.person(ENGINEER2)))
                .anyMatch(action -> action.title().equals("Alert on the limit"));
    }

    @Test
    void aReviewOpenedAgainIsOwedAgain() {
        var id = inReview().id();
        SignedIn.as(COMMANDER);
        write(reviews.writeRootCause(id), RootCauseText.COMPLETE);
        reviews.addLearning(id, "Watch it");
        reviews.noAction(id, reviews.of(id).learnings().getFirst().id(), "Watched already");
        reviews.file(id);
        assertThat(duties.blocking(id)).isEmpty();

        reviews.reopen(id);

        assertThat(duties.blocking(id)).hasSize(1);
        reviews.file(id);
        assertThat(duties.blocking(id)).isEmpty();
    }

    @Test
    void aFiledRootCauseIsClosedToTypingUntilTheReviewIsOpenedAgain() {
        var id = inReview().id();
        SignedIn.as(COMMANDER);
        var cause = reviews.writeRootCause(id);
        write(cause, RootCauseText.COMPLETE);
        reviews.addLearning(id, "Watch it");
        reviews.noAction(id, reviews.of(id).learnings().getFirst().id(), "Watched already");

        reviews.file(id);

        assertThatThrownBy(() -> write(cause, "Something else")).isInstanceOf(TextLocked.class);
        assertThatThrownBy(() -> reviews.writeRootCause(id)).isInstanceOf(Refused.class);
        reviews.reopen(id);
        write(cause, "# In short\nSomething else");
        assertThat(reports.of(id).rootCause()).contains("Something else");
    }

    @Test
    void anIncidentHasOneRootCauseWhoeverBeginsIt() {
        var id = inReview().id();
        var begun = SignedIn.as(ENGINEER, () -> reviews.writeRootCause(id));
        write(begun, "# In short\nThe queue was full");

        var again = SignedIn.as(ENGINEER2, () -> reviews.writeRootCause(id));

        assertThat(again).isEqualTo(begun);
        assertThat(documents.of(id))
                .filteredOn(document -> document.kind().equals(IncidentDocument.ROOT_CAUSE))
                .hasSize(1);
        SignedIn.as(CSM);
        assertThatThrownBy(() -> reviews.writeRootCause(id)).isInstanceOf(Refused.class);
        assertThat(reports.of(id).rootCause()).contains("The queue was full");
    }

    @Test
    void wordsOfTheFieldThatWasThereBeforeStayShownAndBecomeTheTextsBeginning() {
        var id = inReview().id();
        mongo.getCollection("reviews").insertOne(olderReview(id));
        SignedIn.as(COMMANDER);
        assertThat(reports.of(id).rootCause())
                .isEqualTo(
                        "<p># A limit <b>nobody</b> watched</p><p>Since March &amp; before</p>"
                                .replace("<b>", "&lt;b&gt;")
                                .replace("</b>", "&lt;/b&gt;"));
        assertThat(reviews.missing(reviews.of(id))).noneMatch(line -> line.contains("root cause"));

        var text = reviews.writeRootCause(id);

        assertThat(texts.plainText(text.id()))
                .startsWith("In short\n# A limit <b>nobody</b> watched\nSince March & before\n");
        assertThat(reports.of(id).rootCause()).contains("Since March &amp; before");
        assertThat(reviews.missing(reviews.of(id)))
                .anyMatch(line -> line.startsWith("finish the root cause: “How it came about”"));
    }

    @Test
    void aCompanyWhoseTemplatesAreOlderThanTheRootCauseBeginsItFromWhatShips() {
        var known = policies.active(PolicyKind.TEMPLATES);
        var content = known.json().replace("\"kind\": \"root-cause\"", "\"kind\": \"poem\"");
        var older = SignedIn.as(ADMIN, () -> policies.propose(PolicyKind.TEMPLATES, content));
        SignedIn.as(ADMIN2, () -> policies.confirm(PolicyKind.TEMPLATES, older.number()));
        var id = inReview().id();
        SignedIn.as(COMMANDER);

        var text = reviews.writeRootCause(id);

        assertThat(documents.completeness(text).sections())
                .extracting(Completeness.State::title)
                .contains("What let it through");
        var back = SignedIn.as(ADMIN, () -> policies.propose(PolicyKind.TEMPLATES, known.json()));
        SignedIn.as(ADMIN2, () -> policies.confirm(PolicyKind.TEMPLATES, back.number()));
    }

    @Test
    void anActionNeedsSomebodyAndADayAndItsOwnerIsRemindedOnce() {
        var incident = inReview();
        var id = incident.id();
        SignedIn.as(COMMANDER);
        reviews.addLearning(id, "Watch it");
        var learning = reviews.of(id).learnings().getFirst().id();
        assertThatThrownBy(() -> reviews.addAction(id, learning, "Alert", null, null))
                .isInstanceOf(Refused.class);
        var due = clock.instant().plus(Duration.ofDays(2));
        reviews.addAction(id, learning, "Alert", ENGINEER2.sub(), due);

        SignedIn.as(ENGINEER2);
        assertThat(reminded(incident)).isZero();
        clock.advance(Duration.ofHours(30));
        reminders.remind();
        reminders.remind();
        assertThat(reminded(incident)).isEqualTo(1);
        clock.advance(Duration.ofHours(20));
        reminders.remind();
        reminders.remind();
        assertThat(reminded(incident)).isEqualTo(2);
    }

    @Test
    void theMeasuresComeFromTheTimesOfTheIncident() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Late", Source.STAFF)).id();
        clock.advance(Duration.ofMinutes(70));
        SignedIn.as(ENGINEER);
        incidents.declare(id, Declaration.of(Severity.SEV1, IncidentType.BUG, RawDataLost.NO));
        clock.advance(Duration.ofMinutes(12));
        incidents.recordRelease(
                id,
                Audience.CUSTOMERS,
                app.candor.incident.Incident.Release.Means.STATUS_PAGE,
                clock.instant(),
                null);
        clock.advance(Duration.ofMinutes(15));
        incidents.recordRelease(
                id,
                Audience.CUSTOMERS,
                app.candor.incident.Incident.Release.Means.STATUS_PAGE,
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(10)));
        clock.advance(Duration.ofMinutes(14));
        incidents.setStage(id, Stage.RESOLVED);

        assertThat(reports.figures(incidents.get(id)))
                .contains(
                        new Figure("Time to confirm", "1 h 10 min", "within 1 h", true),
                        new Figure("First notice", "12 min", "within 15 min", false),
                        new Figure(
                                "Updates in time",
                                "1 of 2",
                                "as promised, else by the cadence",
                                true),
                        new Figure("Declared to resolved", "41 min", "", false));
    }

    @Test
    void leadershipReadsItAsAPageAndAsAPdf() {
        var id = inReview().id();
        SignedIn.as(COMMANDER);
        write(
                reviews.writeRootCause(id),
                "# In short\nA limit <b>nobody</b> watched\nSince March & before\n# How it came"
                        + " about\n");
        reviews.addLearning(id, "Watch it");
        SignedIn.as(CSM);

        var report = reports.of(id);
        var pdf = reports.pdf(id);

        assertThat(report.rootCause().replaceAll("\\s*\n\\s*", ""))
                .isEqualTo(
                        "<h3>In short</h3><p>A limit &lt;b&gt;nobody&lt;/b&gt; watched</p>"
                                + "<p>Since March &amp; before</p>");
        assertThat(report.filed()).isFalse();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        SignedIn.as(ENGINEER);
        incidents.changeSeverity(id, Severity.SEV1, IncidentType.SECURITY);
        SignedIn.as(CSM);
        assertThatThrownBy(() -> reports.pdf(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reviews.of(id)).isInstanceOf(NotFound.class);
    }

    private long reminded(Incident incident) {
        return inbox.latest(200).stream()
                .filter(notice -> notice.title().startsWith("An action from " + incident.key()))
                .filter(notice -> !notice.title().endsWith("is yours"))
                .count();
    }

    private void write(IncidentDocument text, String words) {
        RootCauseText.write(texts, text, ENGINEER, words);
    }

    /** As the first versions wrote it. */
    private static Document olderReview(String id) {
        var state =
                new Document("_id", id)
                        .append("incidentId", id)
                        .append(
                                "rootCause",
                                "# A limit <b>nobody</b> watched\n\nSince March & before")
                        .append("rootCauseBy", ENGINEER.sub())
                        .append("rootCauseAt", Date.from(Instant.parse("2026-05-04T10:00:00Z")))
                        .append("learnings", List.of())
                        .append("filings", 0);
        return new Document("_id", id)
                .append("version", 1L)
                .append("state", state)
                .append("owed", List.of())
                .append("owes", false);
    }

    private Incident inReview() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        incidents.declare(id, Declaration.of(Severity.SEV1, IncidentType.BUG, RawDataLost.NO));
        incidents.setStage(id, Stage.RESOLVED);
        return incidents.setStage(id, Stage.REVIEW);
    }
}
