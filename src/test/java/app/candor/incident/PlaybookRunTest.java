package app.candor.incident;

import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.incident.Incident.Release.Means;
import app.candor.incident.customers.Customers;
import app.candor.incident.playbook.Playbooks;
import app.candor.incident.playbook.RunStep;
import app.candor.incident.playbook.RunStep.Mark;
import app.candor.incident.record.LinkKind;
import app.candor.incident.record.Links;
import app.candor.policy.Severity;
import java.nio.charset.StandardCharsets;
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
/** The steps of a playbook as an incident runs it. */
@Import(MovedTime.class)
class PlaybookRunTest {
    private static final String HEADER =
            "account,name,tier,csm,contact name,contact email,integration,contract notice"
                    + " hours,affected\n";

    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Accounts accounts;
    @Autowired Timeline timeline;
    @Autowired Playbooks playbooks;
    @Autowired Customers customers;
    @Autowired Links links;
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
    void theNineStepsHaveTheOwnersOfTheResponsePlan() {
        var id = declared(IncidentType.OUTAGE).id();

        assertThat(steps(id, "response"))
                .extracting(RunStep::owner)
                .containsExactly(
                        "Everyone",
                        "Engineering",
                        "Engineering",
                        "Support Team",
                        "Engineering Leads",
                        "Engineering",
                        "Support",
                        "Engineering",
                        "Support");
        assertThat(steps(id, "documentation")).hasSize(6);
        assertThat(steps(id, "security")).isEmpty();
    }

    @Test
    void aSecurityIncidentRunsItsOwnSkeletonWhichSaysWhoseItIs() {
        var id = declared(IncidentType.SECURITY).id();
        SignedIn.as(ENGINEER);

        assertThat(steps(id, "security")).isNotEmpty();
        assertThat(steps(id, "security").getFirst().source()).contains("Candor's own");
        assertThat(steps(id, "response")).allMatch(step -> !step.isOpen());
    }

    @Test
    void stepsTickByThemselvesWhenTheThingHappens() {
        var id = declared(IncidentType.OUTAGE).id();
        assertThat(byItself(id, "1", "3")).isTrue();
        assertThat(open(id, "2", "4", "5", "6", "7", "8", "9")).isTrue();

        links.add(id, LinkKind.CALL, "Bridge", "https://meet.example/abc");
        accounts.importCsv(id, csv("A-1,One,Growth,Hanna Weiss,,,Shopcore,,yes\n"));
        incidents.recordRelease(id, Audience.CUSTOMERS, Means.STATUS_PAGE, clock.instant(), null);
        assertThat(byItself(id, "2", "4", "5")).isTrue();

        clock.advance(Duration.ofMinutes(5));
        incidents.setStage(id, Stage.IDENTIFIED);
        assertThat(byItself(id, "6")).isTrue();
        assertThat(open(id, "7")).isTrue();
        incidents.recordRelease(id, Audience.CUSTOMERS, Means.STATUS_PAGE, clock.instant(), null);
        assertThat(byItself(id, "7")).isTrue();

        clock.advance(Duration.ofMinutes(5));
        incidents.setStage(id, Stage.RESOLVED);
        assertThat(open(id, "8", "9")).isTrue();
        facts.confirm(id, FactKey.CAUGHT_UP_BY, clock.instant().toString(), "backlog");
        clock.advance(Duration.ofMinutes(1));
        incidents.recordRelease(id, Audience.CUSTOMERS, Means.STATUS_PAGE, clock.instant(), null);
        assertThat(byItself(id, "8", "9")).isTrue();
    }

    @Test
    void anEMailToCustomersTicksWhatAsksForOneAndNoStepAboutTheStatusPage() {
        var id = declared(IncidentType.OUTAGE).id();
        incidents.setStage(id, Stage.IDENTIFIED);
        clock.advance(Duration.ofMinutes(1));
        incidents.setStage(id, Stage.RESOLVED);
        clock.advance(Duration.ofMinutes(1));

        incidents.recordRelease(id, Audience.CUSTOMERS, Means.MESSAGE, clock.instant(), null);

        assertThat(open(id, "4", "7", "9")).isTrue();
        assertThat(steps(id, "documentation").getLast().isOpen()).isFalse();
    }

    @Test
    void aStatusUpdateTicksTheStatusPageAndNotThatTheResponseWasShared() {
        var id = declared(IncidentType.OUTAGE).id();

        incidents.recordRelease(id, Audience.CUSTOMERS, Means.STATUS_PAGE, clock.instant(), null);

        assertThat(byItself(id, "4")).isTrue();
        assertThat(steps(id, "documentation").getLast().isOpen()).isTrue();
    }

    @Test
    void aStepIsOverdueFromItsTimeOnAndSkippedWithAReasonAlone() {
        var incident = declared(IncidentType.OUTAGE);
        var step = step(incident.id(), "4");
        assertThat(step.isOverdue(incident, clock.instant())).isFalse();
        clock.advance(Duration.ofMinutes(16));
        assertThat(step.isOverdue(incident, clock.instant())).isTrue();

        assertThatThrownBy(() -> playbooks.skip(incident.id(), "response/4", " "))
                .isInstanceOf(Refused.class);
        playbooks.skip(incident.id(), "response/4", "Only one customer, who is on the phone");

        assertThat(step(incident.id(), "4").mark()).isInstanceOf(Mark.Skipped.class);
        assertThatThrownBy(() -> playbooks.done(incident.id(), "response/4"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("faster");
        assertThat(timeline.of(incident.id()))
                .anyMatch(entry -> entry.what().contains("skipped: Tell customers"));
    }

    @Test
    void whatAHandOpenedAgainIsNotTickedByItself() {
        var id = declared(IncidentType.OUTAGE).id();
        playbooks.reopen(id, "response/3");

        incidents.recordRelease(id, Audience.CUSTOMERS, Means.STATUS_PAGE, clock.instant(), null);

        assertThat(step(id, "3").isOpen()).isTrue();
    }

    @Test
    void staffWithoutARoleReadAPlaybookAndTickNothing() {
        var id = declared(IncidentType.BUG).id();
        SignedIn.as(STAFF);

        assertThat(playbooks.of(id).steps()).isNotEmpty();
        assertThatThrownBy(() -> playbooks.done(id, "response/5")).isInstanceOf(Refused.class);
    }

    private Incident declared(IncidentType type) {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        return incidents.declare(
                id,
                Declaration.of(Severity.SEV1, type, type.asksForRawData() ? RawDataLost.NO : null));
    }

    private static byte[] csv(String rows) {
        return (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    }

    private List<RunStep> steps(String id, String playbook) {
        return playbooks.of(id).steps().stream()
                .filter(step -> step.playbook().equals(playbook))
                .toList();
    }

    private RunStep step(String id, String number) {
        return steps(id, "response").stream()
                .filter(step -> step.id().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private boolean byItself(String id, String... numbers) {
        assertThat(numbers)
                .allMatch(number ->
                        step(id, number).mark() instanceof Mark.Done done && done.byItself());
        return true;
    }

    private boolean open(String id, String... numbers) {
        assertThat(numbers).allMatch(number -> step(id, number).isOpen());
        return true;
    }
}
