package app.candor.comms;

import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.incident.FactKey;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Facts, severity and policy change while a text is before its signers. */
class GroundMovesInReviewTest extends CommsDesk {
    @Autowired Incidents incidents;
    @Autowired Policies policies;

    @Test
    void aMaterialFactThatChangesVoidsTheSignatures() {
        var draft = signedByAll(inReview());

        confirm(draft, FactKey.STARTED, "2026-11-18T08:31:00Z");

        assertThat(drafts(draft).review().orElseThrow().voided()).isNotNull();
        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .hasMessageContaining("“Started” changed");
    }

    @Test
    void anotherFactThatChangesVoidsNothing() {
        var draft = signedByAll(inReview());

        confirm(draft, FactKey.LONGEST_DELAY, "120");

        assertThat(drafts(draft).review().orElseThrow().voided()).isNull();
    }

    @Test
    void theGatesOfTheHighestClassStayWhenTheSeverityFalls() {
        var begun = begun();
        var incident = begun.incident();
        SignedIn.as(
                DemoPerson.COMMANDER,
                () ->
                        incidents.proposeLower(
                                incident,
                                Severity.SEV2,
                                IncidentType.OUTAGE,
                                "Fewer than thought"));
        SignedIn.as(LEGAL, () -> incidents.agreeLower(incident));

        var draft = submitted(begun);

        assertThat(draft.review().orElseThrow().gates(drafts.gates(draft))).hasSize(5);
    }

    @Test
    void anotherSeverityVoidsWhatIsInReview() {
        var draft = signedByAll(inReview());

        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.changeSeverity(
                                draft.incident(), Severity.SEV0, IncidentType.OUTAGE));

        assertThatThrownBy(() ->
                        SignedIn.as(
                                DemoPerson.COMMANDER,
                                () -> drafts.release(draft.id(), seen(draft))))
                .hasMessageContaining("SEV1 to SEV0");
    }

    @Test
    void aLoosenedPolicyDoesNotApplyToWhatIsInReview() {
        var draft = inReview();
        var before = policies.active(PolicyKind.GATES).json();
        var loosened =
                before.replace(
                        "[\"LEGAL\"], \"optional\": false", "[\"LEGAL\"], \"optional\": true");
        assertThat(loosened).isNotEqualTo(before);

        confirmPolicy(loosened);

        try {
            assertThat(drafts(draft).review().orElseThrow().gates(drafts.gates(draft)))
                    .extracting(app.candor.policy.GatePolicy.Gate::key)
                    .contains("liability");
            assertThat(inReview().review().orElseThrow().policyVersion())
                    .isGreaterThan(draft.review().orElseThrow().policyVersion());
        } finally {
            confirmPolicy(before);
        }
    }

    @Test
    void oneAdministratorAloneChangesNoPolicy() {
        var before = policies.active(PolicyKind.GATES);
        var proposed =
                SignedIn.as(
                        DemoPerson.ADMIN,
                        () -> policies.propose(PolicyKind.GATES, before.json() + "\n"));
        try {
            assertThatThrownBy(() ->
                            SignedIn.as(
                                    DemoPerson.ADMIN,
                                    () -> policies.confirm(PolicyKind.GATES, proposed.number())))
                    .isInstanceOf(Refused.class);
            assertThat(policies.active(PolicyKind.GATES).number()).isEqualTo(before.number());
        } finally {
            SignedIn.as(
                    DemoPerson.ADMIN2, () -> policies.confirm(PolicyKind.GATES, proposed.number()));
        }
    }

    private void confirmPolicy(String json) {
        var proposed =
                SignedIn.as(DemoPerson.ADMIN, () -> policies.propose(PolicyKind.GATES, json));
        SignedIn.as(DemoPerson.ADMIN2, () -> policies.confirm(PolicyKind.GATES, proposed.number()));
    }
}
