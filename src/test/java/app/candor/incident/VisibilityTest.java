package app.candor.incident;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.COMMANDER2;
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
import app.candor.access.NotFound;
import app.candor.access.SignedIn;
import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.policy.Severity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
/** Who finds a restricted incident, and what closed details keep back. */
@Import(MovedTime.class)
class VisibilityTest {

    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Accounts accounts;
    @Autowired Timeline timeline;
    @Autowired IncidentClocks clocks;
    @Autowired IncidentDocuments documents;
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
    void aRestrictedIncidentDoesNotExistForOutsiders() {
        var incident = declared(Severity.SEV2, IncidentType.SECURITY);

        for (var outsider : List.of(CSM, WRITER, COMMANDER2, SUPPORT, LEGAL)) {
            SignedIn.as(outsider);
            assertThatThrownBy(() -> incidents.byKey(incident.key())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> incidents.get(incident.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> facts.ledger(incident.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> timeline.of(incident.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> accounts.affected(incident.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> clocks.of(incident)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> incidents.takeCommand(incident.id()))
                    .isInstanceOf(NotFound.class);
            assertThat(incidents.visible()).extracting(Incident::id).doesNotContain(incident.id());
        }
        assertThatThrownBy(() -> incidents.byKey("INC-ZZZZ")).isInstanceOf(NotFound.class);
        assertThat(permission(incident, WRITER)).isEqualTo(Permission.NONE);
        assertThat(permission(incident, ENGINEER)).isEqualTo(Permission.EDIT);
    }

    @Test
    void theReporterOfARestrictedIncidentKeepsTheirReportAndNoMore() {
        var incident = declared(Severity.SEV2, IncidentType.SECURITY);
        SignedIn.as(STAFF);

        assertThat(incidents.get(incident.id()).title()).isEqualTo("Orders arrive late");
        assertThat(incidents.maySeeDetails(incident)).isFalse();
        assertThatThrownBy(() -> facts.ledger(incident.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aRoleOnARestrictedIncidentLetsItsHolderIn() {
        var incident = declared(Severity.SEV2, IncidentType.SECURITY);

        SignedIn.as(
                ENGINEER,
                () -> incidents.assignRole(incident.id(), IncidentRole.COMMANDER, COMMANDER.sub()));

        SignedIn.as(COMMANDER);
        assertThat(incidents.get(incident.id()).commander()).isEqualTo(COMMANDER.sub());
        incidents.grantAccess(incident.id(), LEGAL.sub());
        SignedIn.as(LEGAL);
        assertThat(facts.ledger(incident.id())).isNotEmpty();
    }

    @Test
    void aCommanderTakesASev0OutageWhoseDetailsAreClosed() {
        var incident = declared(Severity.SEV0, IncidentType.OUTAGE);
        SignedIn.as(COMMANDER);
        assertThatThrownBy(() -> facts.ledger(incident.id())).isInstanceOf(NotFound.class);

        incidents.takeCommand(incident.id());

        assertThat(facts.ledger(incident.id())).isNotEmpty();
    }

    private Permission permission(Incident incident, app.candor.demo.DemoPerson person) {
        return documents.permission(
                SignedIn.person(person),
                new TextRef(incident.documentId(), IncidentDocuments.KIND, incident.id()));
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
}
