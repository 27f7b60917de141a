package app.candor.incident;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.ADMIN2;
import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.SignedIn;
import app.candor.audit.AggregateStores;
import app.candor.clocks.AlarmSource;
import app.candor.clocks.Alarms;
import app.candor.clocks.SecondNode;
import app.candor.demo.DemoPerson;
import app.candor.notify.Inbox;
import app.candor.notify.Notice;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class ClockAlarmsTest {
    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Policies policies;
    @Autowired Alarms alarms;
    @Autowired AggregateStores stores;
    @Autowired List<AlarmSource> sources;
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
    void whoOwesTheFirstNoticeIsWarnedAndLeadershipHearsWhenItIsLate() {
        var incident = declared(IncidentType.OUTAGE);

        clock.advance(Duration.ofMinutes(5));
        alarms.ring();
        assertThat(told(COMMANDER, incident)).singleElement().asString().contains("is due");
        assertThat(told(WRITER, incident)).singleElement().asString().contains("First notice");
        assertThat(told(LEADER, incident)).isEmpty();

        clock.advance(Duration.ofMinutes(11));
        alarms.ring();
        assertThat(told(LEADER, incident))
                .singleElement()
                .asString()
                .contains("First notice is late");
        assertThat(told(CSM, incident)).isEmpty();
    }

    @Test
    void anAlarmRingsOnceOverRestartsAndNodes() {
        var incident = declared(IncidentType.OUTAGE);
        clock.advance(Duration.ofMinutes(5));

        alarms.ring();
        alarms.ring();
        SecondNode.of(sources, stores, clock).ring();

        assertThat(told(WRITER, incident)).hasSize(1);
    }

    @Test
    void aClockThatJumpsBackRingsNothingASecondTime() {
        var incident = declared(IncidentType.OUTAGE);
        clock.advance(Duration.ofMinutes(5));
        alarms.ring();

        clock.advance(Duration.ofHours(-2));
        alarms.ring();
        clock.advance(Duration.ofHours(2));
        alarms.ring();

        assertThat(told(WRITER, incident)).hasSize(1);
    }

    @Test
    void nobodyOutsideHearsOfARestrictedIncident() {
        var incident = declared(IncidentType.SECURITY);

        clock.advance(Duration.ofMinutes(20));
        alarms.ring();

        assertThat(told(ENGINEER, incident)).isEmpty();
        assertThat(told(WRITER, incident)).isEmpty();
        assertThat(told(LEADER, incident)).isEmpty();
        assertThat(told(COMMANDER, incident)).isNotEmpty();
    }

    @Test
    void whoIsOnDutyForTheTeamOfTheComponentIsWarnedBeforeTheOthersOnDuty() {
        roster(
                """
                {"teams": [{"id": "sync", "name": "Sync", "cares": ["Order sync"]}],
                 "roles": {"ENGINEERING": [%s, %s]}}
                """
                        .formatted(always(ENGINEER, "null"), always(ENGINEER2, "\"sync\"")));
        try {
            var theirs = SignedIn.as(STAFF, () -> incidents.report("Orders", Source.STAFF));
            var others = SignedIn.as(STAFF, () -> incidents.report("Sign-in", Source.STAFF));
            SignedIn.as(
                    ENGINEER,
                    () ->
                            facts.confirm(
                                    theirs.id(), FactKey.COMPONENTS, "order sync (EU)", "queue"));
            clock.advance(Duration.ofMinutes(55));
            alarms.ring();

            assertThat(told(ENGINEER2, theirs, "Response")).hasSize(1);
            assertThat(told(ENGINEER, theirs, "Response")).isEmpty();
            assertThat(told(ENGINEER, others, "Response")).hasSize(1);
            assertThat(told(ENGINEER2, others, "Response")).isEmpty();
        } finally {
            roster("{\"roles\": {}}");
        }
    }

    private static String always(DemoPerson person, String team) {
        return """
        {"person": "%s", "deputy": null, "zone": "UTC", "from": "00:00", "to": "00:00", "team": %s,
         "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}
        """
                .formatted(person.sub(), team);
    }

    private void roster(String content) {
        var proposed = SignedIn.as(ADMIN, () -> policies.propose(PolicyKind.ROSTER, content));
        SignedIn.as(ADMIN2, () -> policies.confirm(PolicyKind.ROSTER, proposed.number()));
    }

    private Incident declared(IncidentType type) {
        var reported = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF));
        SignedIn.as(COMMANDER, () -> incidents.confirm(reported.id(), List.of()));
        var lost = type == IncidentType.OUTAGE ? RawDataLost.NO : null;
        SignedIn.as(
                COMMANDER,
                () -> incidents.declare(reported.id(), Declaration.of(Severity.SEV1, type, lost)));
        return SignedIn.as(COMMANDER, () -> incidents.takeCommand(reported.id()));
    }

    private List<String> told(DemoPerson person, Incident incident) {
        return told(person, incident, "First notice");
    }

    private List<String> told(DemoPerson person, Incident incident, String clock) {
        return SignedIn.as(person, () -> inbox.latest(200)).stream()
                .filter(notice -> notice.link().equals(incident.path() + "/clocks"))
                .map(Notice::title)
                .filter(title -> title.contains(clock))
                .toList();
    }
}
