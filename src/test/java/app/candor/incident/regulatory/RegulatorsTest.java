package app.candor.incident.regulatory;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.audit.AuditLog;
import app.candor.clocks.Alarms;
import app.candor.clocks.IncidentClock.State;
import app.candor.incident.Declaration;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.Source;
import app.candor.notify.Inbox;
import app.candor.notify.Notice;
import app.candor.policy.RegulatoryPolicy.Rule;
import app.candor.policy.Severity;
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
class RegulatorsTest {
    @Autowired Regulators regulators;
    @Autowired Incidents incidents;
    @Autowired Alarms alarms;
    @Autowired AuditLog audit;
    @Autowired Inbox inbox;
    @Autowired MovableClock clock;
    @Autowired MongoTemplate mongo;

    @BeforeEach
    void everybodyIsKnown() {
        SignedIn.everybodyKnown(mongo);
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void nothingRunsUntilLegalActivatesItWithAReason() {
        var incident = security();
        SignedIn.as(LEGAL);
        assertThat(regulators.rules())
                .allMatch(rule -> regulators.clocks(incident.id(), rule).isEmpty());
        assertThatThrownBy(() -> regulators.activate(incident.id(), "gdpr", " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say why");

        regulators.activate(incident.id(), "gdpr", "Names and addresses were readable");
        assertThat(state(incident)).isInstanceOf(State.NotApplicable.class);
        regulators.date(incident.id(), "gdpr", "aware", clock.instant());
        assertThat(state(incident)).isInstanceOf(State.Running.class);
    }

    @Test
    void aCommanderCannotActivateAndTheRefusalIsOnRecord() {
        var incident = security();
        SignedIn.as(COMMANDER);

        assertThatThrownBy(() -> regulators.activate(incident.id(), "gdpr", "To be safe"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Legal");

        assertThat(regulators.of(incident.id()).active()).isEmpty();
        assertThat(audit.of("incident:" + incident.id()))
                .anyMatch(entry ->
                        entry.actor().equals(COMMANDER.sub())
                                && entry.action().contains("start regulatory"));
    }

    @Test
    void anOutsiderOfARestrictedIncidentFindsNothing() {
        var incident = security();
        SignedIn.as(CSM);

        assertThatThrownBy(() -> regulators.of(incident.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> regulators.activate(incident.id(), "gdpr", "Why"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDateOrASubmissionInTheFutureIsRefused() {
        var incident = security();
        SignedIn.as(LEGAL);
        regulators.activate(incident.id(), "gdpr", "Names were readable");
        var tomorrow = clock.instant().plus(Duration.ofDays(1));

        assertThatThrownBy(() -> regulators.date(incident.id(), "gdpr", "aware", tomorrow))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        regulators.submitted(incident.id(), "gdpr", "notification", tomorrow, ""))
                .isInstanceOf(Refused.class);
    }

    @Test
    void legalIsWarnedTwoHoursBeforeAndASubmissionMeetsTheClock() {
        var incident = security();
        SignedIn.as(LEGAL);
        regulators.activate(incident.id(), "gdpr", "Names were readable");
        var aware = clock.instant();
        regulators.date(incident.id(), "gdpr", "aware", aware);

        clock.advance(Duration.ofHours(70));
        alarms.ring();
        alarms.ring();
        assertThat(inbox.latest(200))
                .filteredOn(notice -> notice.link().equals(incident.path() + "/clocks"))
                .extracting(Notice::title)
                .filteredOn(title -> title.contains("GDPR"))
                .singleElement()
                .asString()
                .contains("is due");

        regulators.submitted(incident.id(), "gdpr", "notification", clock.instant(), "DSB-77");
        assertThat(state(incident))
                .isEqualTo(new State.Met(aware.plus(Duration.ofHours(72)), clock.instant()));
    }

    private State state(Incident incident) {
        Rule gdpr =
                regulators.rules().stream()
                        .filter(rule -> rule.key().equals("gdpr"))
                        .findFirst()
                        .orElseThrow();
        return regulators.clocks(incident.id(), gdpr).getFirst().state();
    }

    private Incident security() {
        var reported = SignedIn.as(STAFF, () -> incidents.report("Odd keys", Source.STAFF));
        SignedIn.as(
                COMMANDER,
                () ->
                        incidents.declare(
                                reported.id(),
                                Declaration.of(Severity.SEV1, IncidentType.SECURITY, null)));
        SignedIn.as(COMMANDER, () -> incidents.takeCommand(reported.id()));
        SignedIn.as(COMMANDER, () -> incidents.grantAccess(reported.id(), LEGAL.sub()));
        return reported;
    }
}
