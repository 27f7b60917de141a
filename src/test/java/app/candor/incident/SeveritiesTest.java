package app.candor.incident;

import static app.candor.incident.IncidentFixture.NOW;
import static app.candor.incident.IncidentFixture.declared;
import static app.candor.incident.IncidentFixture.suspected;
import static app.candor.incident.IncidentType.BUG;
import static app.candor.incident.IncidentType.OUTAGE;
import static app.candor.incident.IncidentType.SECURITY;
import static app.candor.policy.Severity.SEV0;
import static app.candor.policy.Severity.SEV1;
import static app.candor.policy.Severity.SEV2;
import static app.candor.policy.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.policy.SeverityClass;
import org.junit.jupiter.api.Test;

class SeveritiesTest {

    @Test
    void onePersonRaisesAndTheHighestClassIsKept() {
        var raised = Severities.change(declared(SEV3), SEV0, OUTAGE).state();

        assertThat(raised.severity()).isEqualTo(SEV0);
        assertThat(raised.highestClass()).isEqualTo(SeverityClass.HIGH);
    }

    @Test
    void onePersonMovesItWithinTheClassBothWays() {
        assertThat(Severities.change(declared(SEV0), SEV1, OUTAGE).state().severity())
                .isEqualTo(SEV1);
        assertThat(Severities.change(declared(SEV2), SEV3, OUTAGE).state().severity())
                .isEqualTo(SEV3);
    }

    @Test
    void loweringTheClassAloneIsRefused() {
        assertThatThrownBy(() -> Severities.change(declared(SEV1), SEV2, OUTAGE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has to agree");
    }

    @Test
    void takingSecurityOffIsRefusedEvenWhereTheSeverityRises() {
        assertThatThrownBy(() -> Severities.change(declared(SEV1, SECURITY), SEV0, BUG))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSecondPersonMakesALowerClassValidAndTheHighestStays() {
        var asked =
                Severities.proposeLower(declared(SEV1), SEV3, BUG, "One shop only", "ic", NOW)
                        .state();
        assertThat(asked.severity()).isEqualTo(SEV1);
        assertThatThrownBy(() -> Severities.agreeLower(asked, "ic"))
                .hasMessage("A second person has to agree; you proposed it yourself.");

        var agreed = Severities.agreeLower(asked, "legal");

        assertThat(agreed.state().severity()).isEqualTo(SEV3);
        assertThat(agreed.state().highestClass()).isEqualTo(SeverityClass.HIGH);
        assertThat(agreed.state().lowering()).isNull();
        assertThat(agreed.events())
                .containsExactly(
                        new SeverityChanged(
                                "id",
                                SEV1,
                                SEV3,
                                BUG,
                                SeverityClass.LOW,
                                SeverityClass.HIGH,
                                "legal"));
    }

    @Test
    void aProposalThatLowersNothingOrHasNoReasonIsRefused() {
        assertThatThrownBy(() ->
                        Severities.proposeLower(declared(SEV2), SEV3, OUTAGE, "Small", "ic", NOW))
                .hasMessageContaining("does not lower the class");
        assertThatThrownBy(
                        () -> Severities.proposeLower(declared(SEV1), SEV3, OUTAGE, " ", "ic", NOW))
                .hasMessageContaining("Say why");
        assertThatThrownBy(() -> Severities.agreeLower(declared(SEV1), "legal"))
                .hasMessage("Nobody has proposed to lower INC-K7Q4.");
    }

    @Test
    void aSuspicionHasNoSeverityToChange() {
        assertThatThrownBy(() -> Severities.change(suspected(), SEV1, BUG))
                .hasMessageContaining("is suspected and not declared yet");
    }
}
