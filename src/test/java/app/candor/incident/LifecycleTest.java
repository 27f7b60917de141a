package app.candor.incident;

import static app.candor.incident.IncidentFixture.NOW;
import static app.candor.incident.IncidentFixture.declared;
import static app.candor.incident.IncidentFixture.suspected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Guarded;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.Visibility;
import app.candor.duties.Duty;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void aReportNeedsOneLine() {
        assertThatThrownBy(() -> Lifecycle.report("id", "INC-K7Q4", "  ", Source.STAFF, "p", NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("Write one line about what you see.");
        assertThatThrownBy(() ->
                        Lifecycle.report("id", "INC-K7Q4", "x".repeat(201), Source.STAFF, "p", NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at most 200 characters");
    }

    @Test
    void whatIsConfirmedOnceCannotBeConfirmedOrDismissedAgain() {
        var confirmed = Lifecycle.confirm(suspected(), List.of(), NOW).state();

        assertThat(confirmed.stage()).isEqualTo(Stage.INVESTIGATING);
        assertThat(confirmed.confirmedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> Lifecycle.confirm(confirmed, List.of(), NOW))
                .hasMessage(
                        "Only a suspected incident can be confirmed; INC-K7Q4 is investigating.");
        assertThatThrownBy(() -> Lifecycle.dismiss(confirmed, "A test", NOW))
                .hasMessage(
                        "Only a suspected incident can be dismissed; INC-K7Q4 is investigating.");
    }

    @Test
    void dismissingNeedsAReasonAndEndsTheIncident() {
        assertThatThrownBy(() -> Lifecycle.dismiss(suspected(), " ", NOW))
                .isInstanceOf(Refused.class);

        var dismissed = Lifecycle.dismiss(suspected(), "A planned load test", NOW).state();

        assertThat(dismissed.dismissal()).isEqualTo("A planned load test");
        assertThatThrownBy(() ->
                        Lifecycle.declare(
                                dismissed,
                                Declaration.of(Severity.SEV2, IncidentType.BUG, RawDataLost.NO),
                                "engineer",
                                NOW))
                .hasMessage("INC-K7Q4 is dismissed and cannot be declared any more.");
    }

    @Test
    void declaringASuspicionConfirmsItByTheSameAct() {
        var change =
                Lifecycle.declare(
                        suspected(),
                        Declaration.of(
                                Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NOT_YET_KNOWN),
                        "engineer",
                        NOW);

        assertThat(change.events())
                .extracting(Object::getClass)
                .containsExactly(IncidentConfirmed.class, IncidentDeclared.class);
        assertThat(change.state().confirmedAt()).isEqualTo(NOW);
        assertThat(change.state().highestClass()).isEqualTo(SeverityClass.HIGH);
        assertThatThrownBy(() ->
                        Lifecycle.declare(
                                change.state(),
                                Declaration.of(Severity.SEV0, IncidentType.SECURITY, null),
                                "engineer",
                                NOW))
                .hasMessage("INC-K7Q4 is declared already, as SEV1.");
    }

    @Test
    void anOutageOrABugMustSayWhetherRawDataIsLost() {
        assertThatThrownBy(() -> Declaration.of(Severity.SEV1, IncidentType.BUG, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("yes, no or not yet known");
        assertThat(Declaration.of(Severity.SEV1, IncidentType.SECURITY, null).rawDataLost())
                .isNull();
    }

    @Test
    void securityIsRestrictedAndASev0OutageHidesItsDetails() {
        assertThat(Declaration.visibilityFor(Severity.SEV3, IncidentType.SECURITY))
                .isEqualTo(Visibility.RESTRICTED);
        assertThat(Declaration.visibilityFor(Severity.SEV0, IncidentType.OUTAGE))
                .isEqualTo(Visibility.DETAILS_RESTRICTED);
        assertThat(Declaration.visibilityFor(Severity.SEV1, IncidentType.OUTAGE))
                .isEqualTo(Visibility.OPEN);
        assertThat(Declaration.visibilityFor(Severity.SEV0, IncidentType.BUG))
                .isEqualTo(Visibility.OPEN);
    }

    @Test
    void stagesMayGoBackButNotSkipTheReview() {
        var monitoring = at(Stage.MONITORING);

        assertThat(stage(monitoring, Stage.IDENTIFIED).stage()).isEqualTo(Stage.IDENTIFIED);
        assertThatThrownBy(() -> stage(monitoring, Stage.CLOSED))
                .hasMessage("INC-K7Q4 is monitoring; it cannot go to closed.");
        var resolved = stage(monitoring, Stage.RESOLVED);
        assertThatThrownBy(() -> stage(resolved, Stage.CLOSED))
                .hasMessage("INC-K7Q4 is resolved; it cannot go to closed.");
        assertThat(stage(stage(resolved, Stage.REVIEW), Stage.CLOSED).stage().isOver()).isTrue();
        assertThatThrownBy(() -> stage(resolved, Stage.RESOLVED)).isInstanceOf(Refused.class);
    }

    @Test
    void withoutASeverityNoStageMoves() {
        assertThatThrownBy(() -> stage(suspected(), Stage.IDENTIFIED))
                .hasMessageContaining("is suspected and has no severity yet");
    }

    @Test
    void closingNamesTheDutiesThatHoldItOpen() {
        var review = stage(at(Stage.RESOLVED), Stage.REVIEW);
        var duty =
                new Duty(
                        "tell:1",
                        "tell",
                        review.id(),
                        Guarded.open(),
                        "Tell Blue Harbour it is resolved",
                        "",
                        null,
                        Role.CSM,
                        null,
                        true,
                        new Duty.State.Open());

        assertThatThrownBy(() -> Lifecycle.stage(review, Stage.CLOSED, List.of(duty), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Tell Blue Harbour it is resolved");
    }

    @Test
    void vacantRequiredRolesAreGapsFromDeclaringOn() {
        assertThat(suspected().gaps(ShippedRoles.SET)).isEmpty();
        assertThat(declared(Severity.SEV1).gaps(ShippedRoles.SET))
                .contains(IncidentRole.COMMANDER, IncidentRole.SCRIBE, IncidentRole.LEGAL)
                .doesNotContain(IncidentRole.SME);
        assertThat(declared(Severity.SEV3).gaps(ShippedRoles.SET))
                .containsExactly(
                        IncidentRole.COMMANDER,
                        IncidentRole.COMMS_LEAD,
                        IncidentRole.ENGINEERING_LEAD);
        var commanded =
                Staffing.assign(declared(Severity.SEV3), IncidentRole.COMMANDER, "p").state();
        assertThat(commanded.gaps(ShippedRoles.SET)).doesNotContain(IncidentRole.COMMANDER);
    }

    @Test
    void aSupportLedCompanyNamesItsRolesAndMissesOthers() {
        var logistics =
                ShippedRoles.POLICY.sets().stream()
                        .filter(set -> set.id().equals("logistics"))
                        .findFirst()
                        .orElseThrow();

        assertThat(IncidentRole.COMMANDER.label(logistics)).isEqualTo("Head of Customer Support");
        assertThat(IncidentRole.CS_LEAD.label(logistics)).isEqualTo("Customer Engagement Director");
        assertThat(IncidentRole.EXECUTIVE_SPONSOR.label(logistics))
                .isEqualTo("Chief Technical Officer");
        assertThat(declared(Severity.SEV1).gaps(logistics))
                .containsExactlyInAnyOrder(
                        IncidentRole.COMMANDER,
                        IncidentRole.CS_LEAD,
                        IncidentRole.EXECUTIVE_SPONSOR,
                        IncidentRole.ENGINEERING_LEAD);
    }

    private static Incident at(Stage stage) {
        return stage(declared(Severity.SEV1), stage);
    }

    private static Incident stage(Incident incident, Stage to) {
        return Lifecycle.stage(incident, to, List.of(), NOW).state();
    }
}
