package app.candor.incident.review;

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
import app.candor.duties.Duties;
import app.candor.incident.Audience;
import app.candor.incident.Declaration;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.ReviewFigures.Figure;
import app.candor.incident.Source;
import app.candor.incident.Stage;
import app.candor.notify.Inbox;
import app.candor.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    @Autowired Incidents incidents;
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

        reviews.writeRootCause(id, "", "A limit nobody watched");
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
        reviews.writeRootCause(id, "", "A limit");
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
    void ofTwoWhoWriteTheRootCauseNeitherLoses() {
        var id = inReview().id();
        SignedIn.as(ENGINEER);
        reviews.writeRootCause(id, "", "The queue was full");
        SignedIn.as(ENGINEER2);

        assertThatThrownBy(() -> reviews.writeRootCause(id, "", "The disk was full"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Theirs is kept");
        assertThat(reviews.of(id).rootCause()).isEqualTo("The queue was full");
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
        incidents.recordRelease(id, Audience.CUSTOMERS, clock.instant(), null);
        clock.advance(Duration.ofMinutes(15));
        incidents.recordRelease(
                id,
                Audience.CUSTOMERS,
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
        reviews.writeRootCause(id, "", "A limit <b>nobody</b> watched\n\nSince March & before");
        reviews.addLearning(id, "Watch it");
        SignedIn.as(CSM);

        var report = reports.of(id);
        var pdf = reports.pdf(id);

        assertThat(report.rootCause()).startsWith("A limit <b>nobody</b>");
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

    private Incident inReview() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        incidents.declare(id, Declaration.of(Severity.SEV1, IncidentType.BUG, RawDataLost.NO));
        incidents.setStage(id, Stage.RESOLVED);
        return incidents.setStage(id, Stage.REVIEW);
    }
}
