package app.candor.incident;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.access.Visibility;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Timeline.Wanted;
import app.candor.incident.customers.Tickets;
import app.candor.notify.Inbox;
import app.candor.notify.Notice;
import app.candor.policy.Severity;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who may see an incident and takes part in it; merged, reopened, handed over, mended. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class MembershipTest {
    @Autowired Incidents incidents;
    @Autowired Membership membership;
    @Autowired Timeline timeline;
    @Autowired Tickets tickets;
    @Autowired Duties duties;
    @Autowired Inbox inbox;
    @Autowired TextRights rights;
    @Autowired AuditLog audit;
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
    void aSev0OutageClosesItsDetailsByItselfAlsoWhenItIsRaised() {
        var incident = declared(Severity.SEV1, IncidentType.OUTAGE);
        assertThat(incident.visibility()).isEqualTo(Visibility.OPEN);

        var raised = incidents.changeSeverity(incident.id(), Severity.SEV0, IncidentType.OUTAGE);

        assertThat(raised.visibility()).isEqualTo(Visibility.DETAILS_RESTRICTED);
        assertThat(raised.members()).contains(ENGINEER.sub());
        SignedIn.as(STAFF);
        assertThat(incidents.get(incident.id()).severity()).isEqualTo(Severity.SEV0);
        assertThatThrownBy(() -> timeline.of(incident.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void whatBecomesASecurityIncidentIsGoneForEverybodyElse() {
        var incident = declared(Severity.SEV2, IncidentType.BUG);

        incidents.changeSeverity(incident.id(), Severity.SEV2, IncidentType.SECURITY);

        SignedIn.as(SUPPORT);
        assertThatThrownBy(() -> incidents.get(incident.id())).isInstanceOf(NotFound.class);
        assertThat(incidents.visible()).noneMatch(one -> one.id().equals(incident.id()));
        SignedIn.as(STAFF);
        assertThat(incidents.get(incident.id()).key()).isEqualTo(incident.key());
    }

    @Test
    void whatWasOpenedUpStaysOpenWhenItsSeverityMoves() {
        var id = declared(Severity.SEV2, IncidentType.SECURITY).id();
        SignedIn.as(ENGINEER, () -> incidents.assignRole(id, IncidentRole.LEGAL, LEGAL.sub()));
        SignedIn.as(LEGAL);
        membership.changeVisibility(id, Visibility.RESTRICTED, Visibility.OPEN);

        SignedIn.as(ENGINEER2);
        var raised = incidents.changeSeverity(id, Severity.SEV1, IncidentType.SECURITY);

        assertThat(raised.visibility()).isEqualTo(Visibility.OPEN);
    }

    @Test
    void openingUpIsOneActOfCommanderOrLegalOnWhatTheySaw() {
        var id = declared(Severity.SEV2, IncidentType.SECURITY).id();
        SignedIn.as(ENGINEER);
        assertThatThrownBy(() ->
                        membership.changeVisibility(id, Visibility.RESTRICTED, Visibility.OPEN))
                .isInstanceOf(Refused.class);
        incidents.assignRole(id, IncidentRole.COMMANDER, COMMANDER2.sub());
        SignedIn.as(COMMANDER);
        assertThatThrownBy(() ->
                        membership.changeVisibility(id, Visibility.RESTRICTED, Visibility.OPEN))
                .isInstanceOf(NotFound.class);

        SignedIn.as(COMMANDER2);
        membership.changeVisibility(id, Visibility.RESTRICTED, Visibility.DETAILS_RESTRICTED);
        assertThatThrownBy(() ->
                        membership.changeVisibility(id, Visibility.RESTRICTED, Visibility.OPEN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("meanwhile");

        SignedIn.as(SUPPORT);
        assertThat(incidents.get(id).key()).startsWith("INC-");
        assertThat(audit.of("incident:" + id))
                .extracting(AuditEntry::action)
                .contains("visibility changed");
    }

    @Test
    void closingOffTakesOpenDutiesOutOfForeignLists() {
        var incident = declared(Severity.SEV2, IncidentType.BUG);
        var id = incident.id();
        SignedIn.as(SUPPORT);
        tickets.link(id, "SUP-9", null, "Cedar Goods", "Ana Ruiz", "");
        assertThat(duties.waitingFor(SignedIn.person(SUPPORT)))
                .anyMatch(duty -> id.equals(duty.incident()));

        SignedIn.as(ENGINEER);
        incidents.changeSeverity(id, Severity.SEV2, IncidentType.SECURITY);

        assertThat(duties.waitingFor(SignedIn.person(SUPPORT)))
                .noneMatch(duty -> id.equals(duty.incident()));
    }

    @Test
    void anAdministratorBreaksGlassWithAReasonAndMembersAreTold() {
        var incident = declared(Severity.SEV2, IncidentType.SECURITY);
        SignedIn.as(COMMANDER);
        assertThatThrownBy(() -> membership.breakGlass(incident.key(), "Curious"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Administrator");
        SignedIn.as(ADMIN);
        assertThatThrownBy(() -> incidents.get(incident.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> membership.breakGlass(incident.key(), " "))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> membership.breakGlass("INC-0000", "Nobody answers"))
                .isInstanceOf(Refused.class);

        membership.breakGlass(incident.key(), "Its members are on a plane");

        assertThat(incidents.get(incident.id()).grants())
                .anyMatch(grant -> grant.reason().equals("Its members are on a plane"));
        assertThat(audit.of("incident:" + incident.id()))
                .extracting(AuditEntry::action)
                .contains("access by break-glass");
        SignedIn.as(ENGINEER);
        assertThat(inbox.latest(100))
                .extracting(Notice::title)
                .contains("An administrator opened " + incident.key() + " by break-glass");
    }

    @Test
    void whoeverIsLetInIsToldAndAccessTakenBackIsGone() {
        var id = declared(Severity.SEV0, IncidentType.OUTAGE).id();
        SignedIn.as(
                ENGINEER, () -> incidents.assignRole(id, IncidentRole.COMMANDER, COMMANDER.sub()));
        SignedIn.as(WRITER);
        membership.askToJoin(id);
        membership.askToJoin(id);
        SignedIn.as(COMMANDER);
        assertThat(duties.waitingFor(SignedIn.person(COMMANDER)))
                .filteredOn(duty -> duty.kind().equals("access") && id.equals(duty.incident()))
                .hasSize(1);
        incidents.grantAccess(id, WRITER.sub());
        assertThat(duties.ofIncident(id))
                .filteredOn(duty -> duty.kind().equals("access"))
                .noneMatch(Duty::isOpen);
        SignedIn.as(WRITER, () -> timeline.of(id));
        var writer = SignedIn.person(WRITER);
        var text = new TextRef(incidents.get(id).documentId(), IncidentDocuments.KIND, id);
        assertThat(rights.of(writer, text).mayEdit()).isTrue();

        membership.revoke(id, WRITER.sub());
        assertThat(rights.of(writer, text).mayRead()).isFalse();
        assertThatThrownBy(() -> membership.revoke(id, COMMANDER.sub()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("role");

        SignedIn.as(WRITER);
        assertThatThrownBy(() -> timeline.of(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverJoinsIsOnTheListOnce() {
        var id = declared(Severity.SEV1, IncidentType.BUG).id();
        SignedIn.as(STAFF);
        membership.join(id);
        membership.join(id);

        assertThat(incidents.get(id).grants())
                .extracting(Incident.Grant::person)
                .containsExactly(STAFF.sub());
    }

    @Test
    void aRoleIsHandedOverWithANoteByItsHolder() {
        var id = declared(Severity.SEV1, IncidentType.BUG).id();
        SignedIn.as(ENGINEER, () -> incidents.assignRole(id, IncidentRole.SCRIBE, STAFF.sub()));
        SignedIn.as(STAFF);
        assertThatThrownBy(() -> membership.handOver(id, IncidentRole.SCRIBE, WRITER.sub(), " "))
                .isInstanceOf(Refused.class);

        membership.handOver(id, IncidentRole.SCRIBE, WRITER.sub(), "Notes are complete to 10:30");

        assertThat(incidents.get(id).roles()).containsEntry(IncidentRole.SCRIBE, WRITER.sub());
        assertThat(timeline.of(id))
                .anyMatch(entry -> entry.what().contains("Notes are complete to 10:30"));
        assertThatThrownBy(
                        () -> membership.handOver(id, IncidentRole.SCRIBE, ENGINEER.sub(), "Again"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDuplicateTakesItsTicketsAlongAndItsReporterHearsWhere() {
        var first = declared(Severity.SEV1, IncidentType.BUG);
        var second =
                SignedIn.as(STAFF, () -> incidents.report("Same thing again", Source.CUSTOMER));
        SignedIn.as(SUPPORT);
        tickets.link(second.id(), "SUP-77", null, "Delta Foods", "Dev Patel", "");

        SignedIn.as(ENGINEER);
        var merged = incidents.merge(second.id(), first.key().toLowerCase(java.util.Locale.ROOT));

        assertThat(merged.stage()).isEqualTo(Stage.DISMISSED);
        assertThat(merged.dismissal()).isEqualTo("Duplicate of " + first.key());
        assertThat(tickets.of(second.id())).isEmpty();
        assertThat(tickets.of(first.id())).hasSize(1);
        assertThat(duties.blocking(second.id())).isEmpty();
        assertThat(duties.blocking(first.id())).hasSize(2);
        assertThatThrownBy(() -> incidents.merge(first.id(), second.key()))
                .isInstanceOf(Refused.class);
        SignedIn.as(STAFF);
        assertThat(inbox.latest(100))
                .extracting(Notice::title)
                .contains("Your report " + second.key() + " is part of " + first.key());
    }

    @Test
    void aDuplicateOfARestrictedIncidentDoesNotNameIt() {
        var secret = declared(Severity.SEV2, IncidentType.SECURITY);
        var report =
                SignedIn.as(SUPPORT, () -> incidents.report("Strange exports", Source.CUSTOMER));
        SignedIn.as(ENGINEER2);
        assertThatThrownBy(() -> incidents.merge(report.id(), secret.key()))
                .isInstanceOf(NotFound.class);

        SignedIn.as(ENGINEER);
        var merged = incidents.merge(report.id(), secret.key());

        assertThat(merged.dismissal()).doesNotContain(secret.key());
        SignedIn.as(SUPPORT);
        assertThat(inbox.latest(100))
                .extracting(Notice::title)
                .noneMatch(title -> title.contains(secret.key()))
                .contains("Your report " + report.key() + " is handled already");
    }

    @Test
    void whatWasDismissedOrClosedIsReopenedWithAReason() {
        var report = SignedIn.as(STAFF, () -> incidents.report("Slow pages", Source.STAFF));
        SignedIn.as(ENGINEER);
        incidents.dismiss(report.id(), "A test ran");
        assertThatThrownBy(() -> incidents.reopen(report.id(), " ")).isInstanceOf(Refused.class);

        var again = incidents.reopen(report.id(), "Customers see it too");

        assertThat(again.stage()).isEqualTo(Stage.SUSPECTED);
        assertThat(again.dismissal()).isNull();
        assertThat(timeline.of(report.id()))
                .anyMatch(entry -> entry.what().contains("Customers see it too"));
        assertThatThrownBy(() -> incidents.reopen(report.id(), "Twice"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void ofTwoWhoDeclareAtOnceTheSecondIsToldWhatItIs() {
        var id = declared(Severity.SEV2, IncidentType.BUG).id();
        SignedIn.as(COMMANDER);

        assertThatThrownBy(() ->
                        incidents.declare(
                                id,
                                Declaration.of(Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("declared already, as SEV2");
    }

    @Test
    void anEntryIsMendedWithItsHistoryAndCandorsOwnAreNot() {
        var id = declared(Severity.SEV1, IncidentType.BUG).id();
        var at = clock.instant().minus(Duration.ofMinutes(20));
        var entry = timeline.add(id, at, "Queue drained");
        SignedIn.as(WRITER);

        var mended = timeline.mend(entry.id(), "Queue drained", at, "=Queue half drained");

        assertThat(mended.earlier()).extracting("what").containsExactly("Queue drained");
        assertThatThrownBy(() -> timeline.mend(entry.id(), "Queue drained", at, "Else"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("half drained");
        var own = timeline.latest(id, new Wanted("", Wanted.By.PORTAL), 1).getFirst();
        assertThatThrownBy(() -> timeline.mend(own.id(), own.what(), at, "Else"))
                .isInstanceOf(Refused.class);
        assertThat(timeline.latest(id, new Wanted("QUEUE", Wanted.By.PEOPLE), 10)).hasSize(1);
        assertThat(TimelineCsv.of(timeline.of(id), who -> "A \"B\" C"))
                .contains("\"'=Queue half drained\"")
                .contains("\"A \"\"B\"\" C\"");
    }

    private Incident declared(Severity severity, IncidentType type) {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        return incidents.declare(
                id, Declaration.of(severity, type, type.asksForRawData() ? RawDataLost.NO : null));
    }
}
