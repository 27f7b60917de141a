package app.candor.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.incident.Completeness.Standing;
import app.candor.policy.TemplatePolicy.Section;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.prosemirror.LineMarkup;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final Template TEMPLATE =
            new Template(
                    "incident",
                    "Incident document",
                    "For everybody.",
                    null,
                    null,
                    null,
                    List.of(
                            section("Customer impact", true, "Affected: {fact:affected-count}."),
                            section("Timeline", false, ""),
                            section("Decisions", false, ""),
                            new Section("Learnings", false, false, null, null)));

    @Test
    void aDocumentJustBegunSaysNothingYet() {
        var completeness = of(TEMPLATE.text(), null);

        assertThat(completeness.sections())
                .extracting(Completeness.State::title)
                .containsExactly("Customer impact", "Timeline", "Decisions");
        assertThat(completeness.sections())
                .allSatisfy(state -> assertThat(state.standing()).isEqualTo(Standing.EMPTY));
        assertThat(completeness.written()).isZero();
    }

    @Test
    void aSectionCountsOnceItSaysMoreThanTheTemplateWhateverItsHeadingLooksLike() {
        var completeness =
                of(
                        """
                        # CUSTOMER IMPACT:
                        Affected: {fact:affected-count}. Orders arrive late.
                        # Timeline
                        ## Before
                        10:09 it began
                        """,
                        null);

        assertThat(standings(completeness))
                .containsExactly(Standing.WRITTEN, Standing.WRITTEN, Standing.MISSING);
    }

    @Test
    void aSectionThatChangesWithTheStageIsOlderUntilSomebodyTouchesIt() {
        var before = "# Customer impact\nlate\n# Timeline\n10:09\n# Decisions\nrestore\n";
        assertThat(standings(of(before, before)))
                .containsExactly(Standing.OLDER, Standing.WRITTEN, Standing.WRITTEN);
        assertThat(standings(of(before.replace("late", "late, catching up"), before)))
                .containsOnly(Standing.WRITTEN);
        assertThat(of(before, before).gaps())
                .containsExactly(new Completeness.State("Customer impact", Standing.OLDER));
    }

    @Test
    void blanksAndEmptyLinesSayNothing() {
        assertThat(standings(of("# Customer impact\n.\n.\n# Timeline\n.\n# Decisions\nx", null)))
                .containsExactly(Standing.EMPTY, Standing.EMPTY, Standing.WRITTEN);
    }

    private static Completeness of(String now, String before) {
        return Completeness.of(
                TEMPLATE, LineMarkup.read(now), before == null ? null : LineMarkup.read(before));
    }

    private static List<Standing> standings(Completeness completeness) {
        return completeness.sections().stream().map(Completeness.State::standing).toList();
    }

    private static Section section(String title, boolean fresh, String text) {
        return new Section(title, true, fresh, "A hint", text);
    }
}
