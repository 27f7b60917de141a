package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RebaseTest {
    private final StepWire wire = new StepWire(Schema.candor());
    private final Node base = doc(paragraph(text("Checkout fails")));

    private static List<StepMap> maps(List<Step> steps) {
        return steps.stream().map(Step::getMap).toList();
    }

    private Step insert(int pos, String words) {
        return wire.read(List.of("i", (long) pos, words));
    }

    @Test
    void typingMovesBehindWhatOthersTypedBeforeIt() {
        List<Step> theirs = List.of(insert(1, "EU: "));
        List<Step> own = List.of(insert(15, " for"), insert(19, " some"));
        Node current = Rebase.apply(base, theirs).doc();
        Rebase rebased = Rebase.over(current, own, maps(theirs));
        assertThat(rebased.doc().textContent("\n")).isEqualTo("EU: Checkout fails for some");
        assertThat(rebased.steps()).containsExactly(insert(19, " for"), insert(23, " some"));
    }

    @Test
    void aStepInsideOfWhatOthersDeletedIsDropped() {
        List<Step> theirs = List.of(Texts.step("{'stepType':'replace','from':1,'to':15}"));
        List<Step> own =
                List.of(Texts.step("{'stepType':'addMark','from':3,'to':6,'mark':{'type':'em'}}"));
        Node current = Rebase.apply(base, theirs).doc();
        Rebase rebased = Rebase.over(current, own, maps(theirs));
        assertThat(rebased.steps()).isEmpty();
        assertThat(rebased.doc()).isSameAs(current);
    }

    @Test
    void aStepIntoWhatTheSameCommitInsertedSurvives() {
        List<Step> theirs = List.of(Texts.step("{'stepType':'replace','from':1,'to':10}"));
        List<Step> own = List.of(insert(5, "XYZ"), insert(7, "-"));
        Node current = Rebase.apply(base, theirs).doc();
        Rebase rebased = Rebase.over(current, own, maps(theirs));
        assertThat(rebased.doc().textContent("\n")).doesNotContain("Checkout").endsWith("fails");
        rebased.doc().check();
    }

    @Test
    void aStepThatDoesNotFitIsRefusedWhenNothingWasMissed() {
        Step inlineAtTheTop = insert(0, "loose words");
        assertThatThrownBy(() -> Rebase.apply(base, List.of(inlineAtTheTop)))
                .isInstanceOf(InvalidDocument.class);
    }

    @Test
    void onlyAPlainInsertionHasAShortForm() {
        assertThat(wire.write(insert(3, "x"))).isEqualTo(List.of("i", 3L, "x"));
        Step bold =
                Texts.step(
                        "{'stepType':'replace','from':3,'to':3,'slice':{'content':["
                                + text("x", "strong")
                                + "]}}");
        assertThat(wire.write(bold)).isEqualTo(bold.toJson());
        assertThatThrownBy(() -> wire.read(List.of("i", 3L, "")))
                .isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> wire.read(List.of("x", 3L, "a")))
                .isInstanceOf(InvalidDocument.class);
    }
}
