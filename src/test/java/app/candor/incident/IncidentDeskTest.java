package app.candor.incident;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.review.Reviews;
import app.candor.notify.Inbox;
import app.candor.policy.Policies;
import app.candor.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
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
class IncidentDeskTest {
    private static final String HEADER =
            "account,name,tier,csm,contact name,contact email,integration,contract notice"
                    + " hours,affected\n";

    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Accounts accounts;
    @Autowired Timeline timeline;
    @Autowired IncidentClocks clocks;
    @Autowired IncidentDocuments documents;
    @Autowired Texts texts;
    @Autowired Policies policies;
    @Autowired Duties duties;
    @Autowired Reviews reviews;
    @Autowired Inbox inbox;
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
    void aSuspicionIsOnRecordAtOnceAndItsResponseClockRuns() {
        var incident = reported();
        SignedIn.as(STAFF);

        assertThat(incident.stage()).isEqualTo(Stage.SUSPECTED);
        assertThat(incident.key()).matches("INC-[A-Z0-9]{4}");
        assertThat(incidents.byKey(incident.key().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(incident);
        assertThat(clock(incident, "respond").state()).isInstanceOf(State.Running.class);
        assertThat(duties.waitingFor(SignedIn.person(ENGINEER)))
                .extracting(Duty::title)
                .contains("Confirm or dismiss " + incident.key());
        clock.advance(Duration.ofMinutes(61));
        assertThat(clock(incident, "respond").state()).isInstanceOf(State.Breached.class);
    }

    @Test
    void keysAreUniqueAndNotInSequence() {
        var keys = new HashSet<String>();
        for (var report = 0; report < 50; report++) {
            keys.add(reported().key());
        }

        assertThat(keys).hasSize(50);
    }

    @Test
    void anEmptyReportIsRefused() {
        SignedIn.as(STAFF);

        assertThatThrownBy(() -> incidents.report(" ", Source.STAFF)).isInstanceOf(Refused.class);
    }

    @Test
    void confirmingAnswersTheReportAndTellsTheReporter() {
        var incident = reported();

        SignedIn.as(ENGINEER, () -> incidents.confirm(incident.id(), List.of("25.1%")));

        assertThat(duties.waitingFor(SignedIn.person(ENGINEER)))
                .extracting(Duty::id)
                .doesNotContain("respond:" + incident.id());
        SignedIn.as(STAFF);
        assertThat(inbox.latest(5))
                .anyMatch(notice -> notice.title().contains(incident.key() + " is confirmed"));
        assertThat(clock(incidents.get(incident.id()), "respond").state())
                .isInstanceOf(State.Met.class);
    }

    @Test
    void somebodyWithoutTheRoleIsRefusedAndTheRefusalIsAudited() {
        var incident = reported();
        SignedIn.as(CSM);

        assertThatThrownBy(() -> incidents.confirm(incident.id(), List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Incident commander, Engineering");
        assertThatThrownBy(() -> incidents.takeCommand(incident.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> facts.confirm(incident.id(), FactKey.CAUSE, "A guess", "me"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> accounts.importCsv(incident.id(), new byte[0]))
                .isInstanceOf(Refused.class);

        assertThat(incidents.get(incident.id())).isEqualTo(incident);
        assertThat(audit.of("incident:" + incident.id()))
                .filteredOn(entry -> entry.actor().equals(CSM.sub()))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "confirm refused",
                        "take command refused",
                        "confirm fact refused",
                        "import accounts refused");
    }

    @Test
    void theAnswerAboutRawDataStandsInTheLedger() {
        var incident = declared(Severity.SEV1, IncidentType.OUTAGE);
        SignedIn.as(ENGINEER);

        assertThat(facts.fact(incident.id(), "raw-data-lost").value()).isEqualTo("No");
        assertThat(facts.fact(incident.id(), "raw-data-lost").confirmedBy())
                .isEqualTo(ENGINEER.sub());
        assertThat(facts.fact(incident.id(), "ended").unknown()).isTrue();
    }

    @Test
    void anImportCountsConfirmsTheFactsAndARepeatChangesNothing() {
        var incident = reported();
        SignedIn.as(ENGINEER);
        var file = csv(3, 10);

        var first = (AccountImport.Imported) accounts.importCsv(incident.id(), file);
        var entries = timeline.of(incident.id()).size();
        var again = (AccountImport.Imported) accounts.importCsv(incident.id(), file);

        assertThat(first.changed()).isTrue();
        assertThat(first.counts().affected()).isEqualTo(3);
        assertThat(again.changed()).isFalse();
        assertThat(timeline.of(incident.id())).hasSize(entries);
        assertThat(accounts.affected(incident.id()))
                .extracting(AffectedAccount::accountId)
                .containsExactly("X-0", "X-1", "X-2");
        assertThat(facts.fact(incident.id(), "affected-count").value()).isEqualTo("3 merchants");
        var criteria = Criteria.evaluate(policies.criteria(), accounts.counts(incident.id()));
        assertThat(criteria.shares().getLast().arithmetic())
                .isEqualTo("3 of 10 merchants = 30.0% > 25%");
    }

    @Test
    void oneWrongRowKeepsTheWholeFileOut() {
        var incident = reported();
        SignedIn.as(ENGINEER);
        var file =
                (new String(csv(3, 10), StandardCharsets.UTF_8) + "X-10,,,,,,,,yes\n")
                        .getBytes(StandardCharsets.UTF_8);

        var result = accounts.importCsv(incident.id(), file);

        assertThat(result)
                .isInstanceOfSatisfying(
                        AccountImport.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems().getFirst().line()).isEqualTo(12));
        assertThat(accounts.counts(incident.id())).isEqualTo(AccountCounts.NONE);
        assertThat(accounts.affected(incident.id())).isEmpty();
    }

    @Test
    void theStoryIsOnTheTimelineInOrder() {
        var incident = declared(Severity.SEV1, IncidentType.OUTAGE);
        SignedIn.as(COMMANDER);
        clock.advance(Duration.ofMinutes(1));
        incidents.takeCommand(incident.id());
        for (var stage : List.of(Stage.IDENTIFIED, Stage.MONITORING, Stage.RESOLVED)) {
            clock.advance(Duration.ofMinutes(10));
            incidents.setStage(incident.id(), stage);
        }

        assertThat(timeline.of(incident.id()))
                .extracting(TimelineEntry::what)
                .containsSubsequence(
                        "Declared as SEV1, outage",
                        "Commander assigned",
                        "Stage: investigating to identified",
                        "Stage: identified to monitoring",
                        "Stage: monitoring to resolved");
    }

    @Test
    void anEntryInTheFutureIsRefused() {
        var incident = reported();
        SignedIn.as(WRITER);

        timeline.add(
                incident.id(), clock.instant().minusSeconds(600), "Support had the first call");

        assertThatThrownBy(
                        () -> timeline.add(incident.id(), clock.instant().plusSeconds(1), "Later"))
                .isInstanceOf(Refused.class);
        assertThat(timeline.of(incident.id()))
                .extracting(TimelineEntry::what)
                .contains("Support had the first call");
    }

    @Test
    void loweringTheClassTakesTwo() {
        var incident = declared(Severity.SEV1, IncidentType.OUTAGE);
        SignedIn.as(COMMANDER);
        incidents.proposeLower(incident.id(), Severity.SEV3, IncidentType.OUTAGE, "One shop");
        assertThatThrownBy(() -> incidents.agreeLower(incident.id())).isInstanceOf(Refused.class);

        SignedIn.as(LEGAL);
        var lowered = incidents.agreeLower(incident.id());

        assertThat(lowered.severity()).isEqualTo(Severity.SEV3);
        assertThat(lowered.highestClass()).isEqualTo(app.candor.policy.SeverityClass.HIGH);
    }

    @Test
    void aReleaseMeetsTheFirstNoticeAndARepeatIsRecordedOnce() {
        var incident = declared(Severity.SEV1, IncidentType.OUTAGE);
        clock.advance(Duration.ofMinutes(9));

        for (var repeat = 0; repeat < 2; repeat++) {
            incidents.recordRelease(
                    incident.id(),
                    Audience.CUSTOMERS,
                    Incident.Release.Means.STATUS_PAGE,
                    clock.instant(),
                    null);
        }

        var after = SignedIn.as(STAFF, () -> incidents.get(incident.id()));
        assertThat(after.releases()).hasSize(1);
        assertThat(clock(after, "first-notice").state()).isInstanceOf(State.Met.class);
        assertThat(clock(after, "customer-update").state()).isInstanceOf(State.Running.class);
    }

    @Test
    void closingWaitsForBlockingDuties() {
        var incident = declared(Severity.SEV3, IncidentType.BUG);
        duties.owe(
                new Duty(
                        "tell:" + incident.id(),
                        "tell",
                        incident.id(),
                        incident.guarded(),
                        "Tell Blue Harbour it is resolved",
                        incident.path(),
                        SUPPORT.sub(),
                        null,
                        null,
                        true,
                        new Duty.State.Open()));
        SignedIn.as(COMMANDER);
        incidents.setStage(incident.id(), Stage.RESOLVED);
        incidents.setStage(incident.id(), Stage.REVIEW);

        assertThatThrownBy(() -> incidents.setStage(incident.id(), Stage.CLOSED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Tell Blue Harbour it is resolved");
        SignedIn.as(SUPPORT, () -> duties.done("tell:" + incident.id()));
        RootCauseText.write(
                texts, reviews.writeRootCause(incident.id()), COMMANDER, RootCauseText.COMPLETE);
        reviews.addLearning(incident.id(), "Watch it");
        reviews.noAction(
                incident.id(),
                reviews.of(incident.id()).learnings().getFirst().id(),
                "Watched by now");
        reviews.file(incident.id());

        assertThat(incidents.setStage(incident.id(), Stage.CLOSED).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void theDocumentOpensWithTheReportAndStaffMayOnlyReadIt() {
        var incident = reported();

        assertThat(texts.plainText(incident.documentId())).contains("Known, unknown, ruled out");
        assertThat(permission(incident, STAFF)).isEqualTo(Permission.READ);
        assertThat(permission(incident, WRITER)).isEqualTo(Permission.EDIT);
        assertThat(
                        documents.permission(
                                SignedIn.person(WRITER),
                                new TextRef("t", IncidentDocuments.KIND, "no-such-incident")))
                .isEqualTo(Permission.NONE);
    }

    private Permission permission(Incident incident, app.candor.demo.DemoPerson person) {
        return documents.permission(
                SignedIn.person(person),
                new TextRef(incident.documentId(), IncidentDocuments.KIND, incident.id()));
    }

    private IncidentClock clock(Incident incident, String key) {
        return clocks.asSystem(incident).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Incident reported() {
        return SignedIn.as(STAFF, () -> incidents.report("Orders arrive late", Source.STAFF));
    }

    private Incident declared(Severity severity, IncidentType type) {
        var id = reported().id();
        return SignedIn.as(
                ENGINEER,
                () ->
                        incidents.declare(
                                id,
                                Declaration.of(
                                        severity,
                                        type,
                                        type.asksForRawData() ? RawDataLost.NO : null)));
    }

    private static byte[] csv(int affected, int total) {
        var text = new StringBuilder(HEADER);
        for (var row = 0; row < total; row++) {
            text.append(
                    "X-%d,Shop %d,Gold,Hanna Weiss,,,Tradelane,,%s\n"
                            .formatted(row, row, row < affected ? "yes" : "no"));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
