package app.candor.incident;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEADER2;
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
import app.candor.incident.customers.AccountLine.Wanted;
import app.candor.incident.customers.AccountStatus;
import app.candor.incident.customers.Complaints;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Telling.What;
import app.candor.incident.customers.Tickets;
import app.candor.incident.customers.Tickets.Answer;
import app.candor.incident.playbook.Playbooks;
import app.candor.incident.playbook.RunStep;
import app.candor.incident.playbook.RunStep.Mark;
import app.candor.incident.record.Attachments;
import app.candor.incident.record.Decisions;
import app.candor.incident.record.LinkKind;
import app.candor.incident.record.Links;
import app.candor.incident.record.Tasks;
import app.candor.notify.Inbox;
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

/** What stands beside the document: playbook, customers, tickets, tasks, decisions. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class RoomDesksTest {
    private static final String HEADER =
            "account,name,tier,csm,contact name,contact email,integration,contract notice"
                    + " hours,affected\n";

    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Accounts accounts;
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

    // Playbook

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
        incidents.recordRelease(id, Audience.CUSTOMERS, clock.instant(), null);
        assertThat(byItself(id, "2", "4", "5")).isTrue();

        clock.advance(Duration.ofMinutes(5));
        incidents.setStage(id, Stage.IDENTIFIED);
        assertThat(byItself(id, "6")).isTrue();
        assertThat(open(id, "7")).isTrue();
        incidents.recordRelease(id, Audience.CUSTOMERS, clock.instant(), null);
        assertThat(byItself(id, "7")).isTrue();

        clock.advance(Duration.ofMinutes(5));
        incidents.setStage(id, Stage.RESOLVED);
        assertThat(open(id, "8", "9")).isTrue();
        facts.confirm(id, FactKey.CAUGHT_UP_BY, clock.instant().toString(), "backlog");
        clock.advance(Duration.ofMinutes(1));
        incidents.recordRelease(id, Audience.CUSTOMERS, clock.instant(), null);
        assertThat(byItself(id, "8", "9")).isTrue();
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

        incidents.recordRelease(id, Audience.CUSTOMERS, clock.instant(), null);

        assertThat(step(id, "3").isOpen()).isTrue();
    }

    @Test
    void staffWithoutARoleReadAPlaybookAndTickNothing() {
        var id = declared(IncidentType.BUG).id();
        SignedIn.as(STAFF);

        assertThat(playbooks.of(id).steps()).isNotEmpty();
        assertThatThrownBy(() -> playbooks.done(id, "response/5")).isInstanceOf(Refused.class);
    }

    // Customers

    @Test
    void accountsAreChosenByFilterOrListAndAnUnknownNameChangesNothing() {
        var id = declared(IncidentType.OUTAGE).id();
        accounts.importCsv(
                id,
                csv(
                        "C-1,Cedar Goods,Growth,Hanna Weiss,,,Choosecore,24,no\n"
                                + "C-2,Delta Foods,Growth,Ravi Menon,,,Choosecore,,no\n"
                                + "C-3,Opal Books,Starter,Ravi Menon,,,Chooselane,,no\n"));

        assertThat(accounts.mark(id, new AccountChoice.Filter("Choosecore", "", ""), true))
                .isEqualTo(2);
        assertThat(accounts.mark(id, new AccountChoice.Listed("c-3; opal books"), true))
                .isEqualTo(1);
        assertThatThrownBy(() -> accounts.mark(id, new AccountChoice.Listed("C-1, Nobody"), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nobody");
        assertThat(accounts.affected(id))
                .extracting(AffectedAccount::accountId)
                .containsExactly("C-1", "C-2", "C-3");
        assertThat(accounts.counts(id).integrations())
                .anyMatch(one -> one.name().equals("Chooselane") && one.affected() == 1);
        assertThat(accounts.mark(id, new AccountChoice.Filter("", "Growth", "Ravi Menon"), false))
                .isEqualTo(1);
    }

    @Test
    void aManagerRecordsTheirOwnAccountsAndSupportAll() {
        var id = withTwoAccounts();
        SignedIn.as(CSM);

        assertThatThrownBy(() -> customers.told(id, List.of("T-1", "T-2"), What.OPEN, "by phone"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Tidal Toys");
        customers.told(id, List.of("T-1"), What.OPEN, "by phone");

        assertThat(customers.states(id).status("T-1")).isEqualTo(AccountStatus.TOLD);
        assertThat(customers.states(id).status("T-2")).isEqualTo(AccountStatus.NOT_TOLD);
        var counts = customers.counts(id);
        assertThat(counts.reached()).isEqualTo(1);
        assertThat(counts.csms())
                .anyMatch(csm -> csm.name().equals("Ravi Menon") && csm.untold() == 1);
        assertThat(customers.lines(id, new Wanted("tidal", AccountStatus.NOT_TOLD)))
                .extracting(line -> line.account().name())
                .containsExactly("Tidal Toys");
        SignedIn.as(WRITER);
        assertThatThrownBy(() -> customers.told(id, List.of("T-1"), What.OPEN, "by mail"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyWhoHeardThatItIsOpenStaysUntoldOfResolved() {
        var id = withTwoAccounts();
        SignedIn.as(SUPPORT);
        customers.told(id, List.of("T-1", "T-2"), What.OPEN, "by mail");
        assertThatThrownBy(() -> customers.told(id, List.of("T-1"), What.RESOLVED, "by phone"))
                .isInstanceOf(Refused.class);
        toReview(id);
        SignedIn.as(SUPPORT);
        clock.advance(Duration.ofMinutes(1));
        customers.told(id, List.of("T-1"), What.RESOLVED, "by phone");

        SignedIn.as(COMMANDER);
        assertThatThrownBy(() -> incidents.setStage(id, Stage.CLOSED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the accounts of Ravi Menon")
                .hasMessageNotContaining("Hanna Weiss");
        SignedIn.as(SUPPORT);
        clock.advance(Duration.ofMinutes(1));
        customers.told(id, List.of("T-2"), What.RESOLVED, "by phone");

        assertThat(duties.blocking(id)).noneMatch(duty -> duty.kind().equals("tell-resolved"));
    }

    @Test
    void aMessageThatCameBackIsUndeliveredAndOwedAgain() {
        var id = withTwoAccounts();
        SignedIn.as(SUPPORT);
        customers.told(id, List.of("T-1"), What.OPEN, "by mail");
        toReview(id);
        SignedIn.as(SUPPORT);
        clock.advance(Duration.ofMinutes(1));
        customers.told(id, List.of("T-1"), What.RESOLVED, "by mail");
        clock.advance(Duration.ofMinutes(1));
        var at = clock.instant();
        customers.recordTold(
                "bounce", id, List.of("T-1"), What.UNDELIVERED, "bounced", null, "system", at);
        customers.recordTold(
                "bounce", id, List.of("T-1"), What.UNDELIVERED, "bounced", null, "system", at);

        assertThat(customers.states(id).status("T-1")).isEqualTo(AccountStatus.UNDELIVERED);
        assertThat(customers.history(id)).hasSize(3);
        assertThat(duties.blocking(id)).anyMatch(duty -> duty.kind().equals("tell-resolved"));
    }

    @Test
    void aColleagueWhoLeftNeverHoldsAnIncidentOpen() {
        var id = withTwoAccounts();
        SignedIn.as(SUPPORT);
        customers.told(id, List.of("T-1", "T-2"), What.OPEN, "by mail");
        toReview(id);
        var mine = owed(id, "Hanna Weiss");
        var theirs = owed(id, "Ravi Menon");
        SignedIn.as(COMMANDER);
        duties.reassign(mine.id(), SUPPORT.sub());
        SignedIn.as(SUPPORT, () -> duties.done(mine.id()));
        duties.proposeAside(theirs.id(), "The account was closed on Monday");
        assertThatThrownBy(() -> duties.agreeAside(theirs.id())).isInstanceOf(Refused.class);
        SignedIn.as(COMMANDER2, () -> duties.agreeAside(theirs.id()));

        assertThat(customers.states(id).status("T-1")).isEqualTo(AccountStatus.TOLD_RESOLVED);
        assertThat(duties.blocking(id)).noneMatch(duty -> duty.kind().equals("tell-resolved"));
    }

    // Tickets

    @Test
    void everybodyWhoAskedIsOwedTwoAnswersAndMergingDropsNobody() {
        var id = declared(IncidentType.OUTAGE).id();
        SignedIn.as(SUPPORT);
        var one = tickets.link(id, "SUP-1", null, "Cedar Goods", "Ana Ruiz", "ana@cedar.example");
        tickets.link(id, "sup-1", "", "Cedar Goods", "Ben Carter", "");
        tickets.link(id, "SUP-1", null, "Cedar Goods", "ben carter", "");
        var two = tickets.link(id, "SUP-2", "https://t.example/2", "Delta Foods", "Dev Patel", "");

        assertThat(tickets.of(id)).extracting(ticket -> ticket.requestors().size()).contains(2, 1);
        tickets.merge(two.id(), one.id());

        assertThat(duties.blocking(id))
                .extracting(Duty::title)
                .contains(
                        "Tell Ana Ruiz (SUP-1) that it is handled as critical",
                        "Tell Ben Carter (SUP-1) that it is resolved",
                        "Tell Dev Patel (SUP-2) that it is handled as critical",
                        "Tell Dev Patel (SUP-2) that it is resolved")
                .hasSize(6);
        var dev = tickets.of(id).getLast().requestors().getFirst();
        tickets.answered(two.id(), dev.id(), Answer.CRITICAL);
        assertThatThrownBy(() -> tickets.answered(two.id(), dev.id(), Answer.RESOLVED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("investigating");
        assertThat(duties.blocking(id)).hasSize(5);
        assertThatThrownBy(() -> tickets.merge(one.id(), two.id()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("SUP-1");
        assertThatThrownBy(() -> tickets.link(id, "SUP-3", "javascript:alert(1)", "X", "Eva", ""))
                .isInstanceOf(Refused.class);
    }

    // Complaints

    @Test
    void aComplaintGoesToTheSponsorAndHoldsTheIncidentOpenUntilAnswered() {
        var incident = declared(IncidentType.OUTAGE);
        var id = incident.id();
        SignedIn.as(CSM);
        var complaint = complaints.log(id, "Cedar Goods", "Third time this month");
        assertThat(complaint.due()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(duties.waitingFor(SignedIn.person(LEADER2)))
                .anyMatch(duty -> duty.title().contains("complaint about " + incident.key()));

        SignedIn.as(COMMANDER);
        incidents.assignRole(id, IncidentRole.EXECUTIVE_SPONSOR, LEADER.sub());
        assertThat(duties.blocking(id)).extracting(Duty::owner).containsExactly(LEADER.sub());
        assertThatThrownBy(() -> complaints.answer(complaint.id(), "Sorry"))
                .isInstanceOf(Refused.class);

        SignedIn.as(LEADER);
        complaints.answer(complaint.id(), "Called back: what failed, and what changes by Friday");
        assertThat(duties.blocking(id)).isEmpty();
        assertThat(complaints.unanswered(id)).isZero();
        assertThatThrownBy(() -> complaints.answer(complaint.id(), "Again"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("faster");
    }

    // Tasks, decisions, links

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

    private String withTwoAccounts() {
        var id = declared(IncidentType.OUTAGE).id();
        accounts.importCsv(
                id,
                csv(
                        "T-1,Cedar Goods,Growth,Hanna Weiss,,,Shopcore,24,yes\n"
                                + "T-2,Tidal Toys,Growth,Ravi Menon,,,Shopcore,,yes\n"));
        return id;
    }

    private void toReview(String id) {
        SignedIn.as(COMMANDER);
        incidents.setStage(id, Stage.RESOLVED);
        incidents.setStage(id, Stage.REVIEW);
    }

    private Duty owed(String id, String words) {
        return duties.blocking(id).stream()
                .filter(duty -> duty.title().contains(words))
                .findFirst()
                .orElseThrow();
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
