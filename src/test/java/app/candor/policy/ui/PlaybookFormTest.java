package app.candor.policy.ui;

import static app.candor.policy.ui.PolicyForms.press;
import static app.candor.policy.ui.PolicyForms.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.policy.PlaybookPolicy;
import app.candor.policy.PlaybookPolicy.Moment;
import app.candor.policy.PlaybookPolicy.Step;
import app.candor.policy.PlaybookPolicy.Trigger;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlaybookFormTest {
    private final String shipped = shipped("playbooks.json");
    private final PlaybookForm form = new PlaybookForm(read(shipped));

    @Test
    void untouchedItSaysWhatIsInForceLineByLine() {
        assertThat(form.json().strip()).isEqualTo(shipped.strip());
    }

    @Test
    void aStepIsAddedMovedAndRemovedAndTheOthersKeepTheirIds() {
        var response = form.playbooks().getFirst();
        press(response, "Add a step");
        var added = response.steps().getLast();
        added.title.setValue("Öffne die Brücke");
        added.owner.setValue("Engineering");
        added.minutes.setValue(20);
        added.since.setValue(Moment.CONFIRMED);
        added.tickedBy.setValue(Trigger.CALL_OPENED);
        for (var times = 0; times < 20; times++) {
            press(added, "Move up: ");
        }
        press(response.steps().get(1), "Remove step: ");

        var steps = read(form.json()).playbooks().getFirst().steps();
        assertThat(steps)
                .extracting(Step::id)
                .containsExactly("offne-die-brucke", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(steps.getFirst().due()).isEqualTo(new PlaybookPolicy.Due(20, Moment.CONFIRMED));
        assertThat(steps.getFirst().tickedBy()).isEqualTo(Trigger.CALL_OPENED);
        assertThat(form.json().lines().filter(line -> !shipped.contains(line.strip()))).hasSize(1);
    }

    @Test
    void twoNewStepsOfOneNameAreTwoSteps() {
        var response = form.playbooks().getFirst();
        for (var times = 0; times < 2; times++) {
            press(response, "Add a step");
            response.steps().getLast().title.setValue("Call the carrier");
            response.steps().getLast().owner.setValue("Support");
        }

        assertThat(read(form.json()).playbooks().getFirst().steps())
                .extracting(Step::id)
                .endsWith("call-the-carrier", "call-the-carrier-2");
    }

    @Test
    void whatIsMissingIsNamedByPlaybookAndStepAndNothingTypedIsLost() {
        var heard = new AtomicInteger();
        form.onChange(heard::incrementAndGet);
        press(form, "Add a playbook");
        var added = form.playbooks().getLast();
        refused("Say what each playbook is called");
        added.title.setValue("Partner trouble");
        refused("Partner trouble: choose a type of incident");
        added.types.setValue(Set.of("BUG"));
        refused("Partner trouble: add a step");
        press(added, "Add a step");
        var step = added.steps().getFirst();
        refused("Partner trouble, step 1: say what has to be done");
        step.title.setValue("Ring the partner");
        refused("Partner trouble, step 1: say who does it");
        step.owner.setValue("Support");
        step.minutes.setValue(30);
        refused("Partner trouble, step 1: say from which moment");
        step.since.setValue(Moment.DECLARED);
        step.minutes.setValue(200_000);
        refused("Partner trouble, step 1: it is due within 1 to 129600 minutes");
        step.minutes.setValue(null);
        refused("Partner trouble, step 1: say within how many minutes");

        assertThat(step.title.getValue()).isEqualTo("Ring the partner");
        step.minutes.setValue(30);
        assertThat(read(form.json()).playbooks().getLast().id()).isEqualTo("partner-trouble");
        assertThat(heard.get()).isGreaterThan(7);
    }

    @Test
    void withoutAPlaybookThereIsNoPolicy() {
        while (!form.playbooks().isEmpty()) {
            press(form.playbooks().getFirst(), "Remove playbook");
        }

        refused("Leave at least one");
    }

    private void refused(String words) {
        assertThatThrownBy(form::json).isInstanceOf(Refused.class).hasMessageContaining(words);
    }

    private static PlaybookPolicy read(String json) {
        return JsonMapper.shared().readValue(json, PlaybookPolicy.class);
    }
}
