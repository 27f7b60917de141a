package app.candor.incident;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEADER2;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.Refused;
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
/** Who was told, who asked, who complained, and what each is owed. */
@Import(MovedTime.class)
class CustomersOfIncidentTest {
    private static final String HEADER =
            "account,name,tier,csm,contact name,contact email,integration,contract notice"
                    + " hours,affected\n";

    @Autowired Incidents incidents;
    @Autowired Accounts accounts;
    @Autowired Playbooks playbooks;
    @Autowired Customers customers;
    @Autowired Tickets tickets;
    @Autowired Complaints complaints;
    @Autowired Duties duties;
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
}
