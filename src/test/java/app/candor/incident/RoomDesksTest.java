package app.candor.incident;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.customers.Complaints;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Tickets;
import app.candor.incident.playbook.Playbooks;
import app.candor.incident.playbook.RunStep;
import app.candor.incident.record.Attachments;
import app.candor.incident.record.Decisions;
import app.candor.incident.record.LinkKind;
import app.candor.incident.record.Links;
import app.candor.incident.record.Tasks;
import app.candor.notify.Inbox;
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

/** What stands beside the document: tasks, decisions, links, files. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class RoomDesksTest {

    @Autowired Incidents incidents;
    @Autowired Timeline timeline;
    @Autowired Playbooks playbooks;
    @Autowired Customers customers;
    @Autowired Tickets tickets;
    @Autowired Complaints complaints;
    @Autowired Decisions decisions;
    @Autowired Links links;
    @Autowired Attachments attachments;
    @Autowired Tasks tasks;
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
    void aTaskHasAnOwnerAndATimeAndItsOwnerIsTold() {
        var incident = declared(IncidentType.OUTAGE);
        var id = incident.id();
        var due = clock.instant().plus(Duration.ofMinutes(30));
        var task = tasks.add(id, "Restart the third group", ENGINEER2.sub(), null, due, true);

        SignedIn.as(ENGINEER2);
        assertThat(inbox.latest(100))
                .anyMatch(notice ->
                        notice.title().equals("A task in " + incident.key() + " is yours"));
        assertThat(duties.waitingFor(SignedIn.person(ENGINEER2))).contains(task);
        assertThatThrownBy(() -> tasks.add(id, "Nobody's", null, null, null, false))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        tasks.add(
                                id,
                                "Yesterday's",
                                null,
                                Role.SUPPORT,
                                clock.instant().minusSeconds(60),
                                false))
                .isInstanceOf(Refused.class);
        duties.done(task.id());
        assertThat(tasks.of(id)).filteredOn(Duty::isOpen).doesNotContain(task);
    }

    @Test
    void aRestrictedIncidentsTaskGoesToMembersAlone() {
        var id = declared(IncidentType.SECURITY).id();
        SignedIn.as(ENGINEER);

        assertThatThrownBy(() -> tasks.add(id, "Look", SUPPORT.sub(), null, null, false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no access");
        tasks.add(id, "Look", null, Role.SUPPORT, null, true);
        assertThat(duties.waitingFor(SignedIn.person(SUPPORT)))
                .noneMatch(duty -> id.equals(duty.incident()));
        SignedIn.as(ADMIN);
        assertThatThrownBy(() -> tasks.of(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> playbooks.of(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> customers.states(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tickets.of(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> complaints.of(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.of(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.of(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void aDecisionKeepsItsEarlierWordsAndTwoWhoChangeItAreTold() {
        var id = declared(IncidentType.OUTAGE).id();
        var decision =
                decisions.record(
                        id, "No rollback", "Other changes are needed", null, clock.instant());
        assertThatThrownBy(() ->
                        decisions.record(id, "Later", "?", null, clock.instant().plusSeconds(60)))
                .isInstanceOf(Refused.class);

        var changed = decisions.reword(decision.id(), "No rollback", "Roll back", "It got worse");

        assertThat(changed.earlier()).extracting("what").containsExactly("No rollback");
        assertThatThrownBy(() -> decisions.reword(decision.id(), "No rollback", "Wait", "Because"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Roll back");
        assertThat(timeline.of(id))
                .anyMatch(entry -> entry.what().equals("Decision reworded: Roll back"));
    }

    @Test
    void onlyWebAddressesAreLinked() {
        var id = declared(IncidentType.OUTAGE).id();

        for (var hostile :
                List.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "file:///etc/passwd",
                        "https://user:secret@chat.example/",
                        "chat.example",
                        "https://")) {
            assertThatThrownBy(() -> links.add(id, LinkKind.CHANNEL, "", hostile))
                    .isInstanceOf(Refused.class);
        }
        links.add(id, LinkKind.CHANNEL, "", "https://chat.example/late-orders");
        links.add(id, LinkKind.CHANNEL, "Again", "https://chat.example/late-orders");

        assertThat(links.of(id)).extracting("label").containsExactly("chat.example");
    }

    @Test
    void onlyFilesThatAreWhatTheirNamesSayAreAttached() {
        var id = declared(IncidentType.OUTAGE).id();
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
        var big = new byte[3 * 1024 * 1024 + 17];
        java.util.Arrays.fill(big, (byte) 'a');

        var chart = attachments.attach(id, "..\\..\\charts/../chart\r\n.png", png);
        var log = attachments.attach(id, "pipeline.log", big);

        assertThat(chart.name()).isEqualTo("chart.png");
        assertThat(attachments.content(chart.id())).isEqualTo(png);
        assertThat(attachments.content(log.id())).isEqualTo(big);
        for (var wrong : List.of("chart.pdf", "page.html", "run.exe", "chart.svg", "png")) {
            assertThatThrownBy(() -> attachments.attach(id, wrong, png))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("PDF, PNG");
        }
        assertThatThrownBy(() -> attachments.attach(id, "notes.txt", new byte[] {65, 0, 66}))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> attachments.attach(id, "a.log", new byte[20 * 1024 * 1024 + 1]))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("20 MB");
        assertThatThrownBy(() -> attachments.attach(id, "a.log", new byte[0]))
                .isInstanceOf(Refused.class);

        incidents.changeSeverity(id, Severity.SEV1, IncidentType.SECURITY);
        SignedIn.as(WRITER);
        assertThatThrownBy(() -> attachments.content(log.id())).isInstanceOf(NotFound.class);
        SignedIn.as(ENGINEER);
        attachments.remove(log.id());
        assertThatThrownBy(() -> attachments.content(log.id())).isInstanceOf(NotFound.class);
        assertThat(attachments.of(id)).extracting("name").containsExactly("chart.png");
    }

    private Incident declared(IncidentType type) {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        return incidents.declare(
                id,
                Declaration.of(Severity.SEV1, type, type.asksForRawData() ? RawDataLost.NO : null));
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
}
