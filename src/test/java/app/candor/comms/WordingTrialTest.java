package app.candor.comms;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.access.Visibility;
import app.candor.incident.Membership;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.voice.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WordingTrialTest extends CommsDesk {
    @Autowired private WordingTrial trial;
    @Autowired private Policies policies;
    @Autowired private Membership membership;

    @Test
    void aWordToAvoidIsFoundInTextsThatWereSubmittedAndNotInOnesStillWritten() {
        var once = begun();
        type(once, WRITER, "The zymograph waits. ");
        submitted(once);
        type(begun(), WRITER, "The zymograph waits too. ");

        assertThat(gained(tried(inForce().replace("\"end users\"", "\"zymograph\""))))
                .filteredOn(finding -> finding.words().equals("zymograph"))
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("company-avoid");
    }

    @Test
    void aRuleOfAnotherWeightIsNamedAsGoneAndAsNew() {
        var draft = begun();
        type(draft, WRITER, "Simply wait for quiddity. ");
        submitted(draft);
        var now = inForce();
        var heavier =
                now.replaceFirst(
                        "(\"id\": \"tone-condescending\", \"weight\": \")WARNING", "$1ERROR");
        assertThat(heavier).isNotEqualTo(now);

        var changed = tried(heavier);

        assertThat(gained(changed))
                .filteredOn(finding -> finding.rule().equals("tone-condescending"))
                .isNotEmpty()
                .allMatch(finding -> finding.weight().blocks());
        assertThat(changed.changed().stream().flatMap(one -> one.lost().stream()))
                .extracting(Finding::rule)
                .contains("tone-condescending");
    }

    @Test
    void theRulesInForceChangeNothing() {
        submitted(begun());

        var same = tried(inForce());

        assertThat(same.texts()).isPositive();
        assertThat(same.changed()).isEmpty();
    }

    @Test
    void textsOfIncidentsThatTheAdministratorMayNotReadAreNotTried() {
        var draft = submitted(begun());
        var before = tried(inForce()).texts();

        SignedIn.as(
                COMMANDER,
                () ->
                        membership.changeVisibility(
                                draft.incident(), Visibility.OPEN, Visibility.RESTRICTED));

        assertThat(tried(inForce()).texts()).isEqualTo(before - 1);
    }

    @Test
    void onlyAdministratorsTryAndWhatIsNoRulebookIsRefused() {
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> trial.tryOut(inForce())))
                .isInstanceOf(Refused.class);
        for (var odd : List.of("", "[]", "{\"rules\": []}")) {
            assertThatThrownBy(() -> tried(odd)).as(odd).isInstanceOf(Refused.class);
        }
    }

    @Test
    void wordsThatCannotBeReadAsARuleAreRefusedBeforeTheyAreProposed() {
        var broken = inForce().replace("\"end users\"", "\"(end users\"");

        assertThatThrownBy(() -> tried(broken)).isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> SignedIn.as(ADMIN, () -> policies.propose(PolicyKind.VOICE, broken)))
                .isInstanceOf(Refused.class);
        assertThat(policies.versions(PolicyKind.VOICE).getFirst().isWaiting()).isFalse();
    }

    private WordingTrial.Trial tried(String rules) {
        return SignedIn.as(ADMIN, () -> trial.tryOut(rules));
    }

    private static List<Finding> gained(WordingTrial.Trial tried) {
        return tried.changed().stream()
                .map(WordingTrial.Outcome::gained)
                .flatMap(List::stream)
                .toList();
    }

    private String inForce() {
        return policies.active(PolicyKind.VOICE).json();
    }
}
