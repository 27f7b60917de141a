package app.candor.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.policy.TemplatePolicy;
import app.candor.policy.TemplatePolicy.Section;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TemplateFormTest {
    private final String shipped = shipped();
    private final TemplateForm form = new TemplateForm(read(shipped));

    @Test
    void untouchedItSaysWhatIsInForceLineByLine() {
        form.templates().forEach(TemplateFields::make);
        assertThat(form.json().strip()).isEqualTo(shipped.strip());
    }

    @Test
    void aSectionIsRewordedMovedAndAdded() {
        var dump = named("Brain dump");
        dump.sections().get(1).hint.setValue("What you saw yourself");
        press(dump, "Move down: What I saw");
        press(dump, "Add a section");
        dump.sections().getLast().title.setValue("Sources");

        var sections = read(form.json()).named("brain-dump", "Brain dump").orElseThrow().sections();
        assertThat(sections.get(2).title()).isEqualTo("What I saw");
        assertThat(sections.get(2).hint()).isEqualTo("What you saw yourself");
        assertThat(sections.getLast()).isEqualTo(new Section("Sources", false, false, "", ""));
    }

    @Test
    void aCopyIsNarrowedToATypeAndTakenForItsIncidents() {
        press(named("Staff update"), "Copy this template");
        refused("is for the same incidents as another template");
        var copy = named("Copy of Staff update");
        copy.name.setValue("Staff update, security");
        copy.types.setValue(Set.of("SECURITY"));

        var policy = read(form.json());
        assertThat(policy.pick("staff-update", "SECURITY", "", false).orElseThrow().name())
                .isEqualTo("Staff update, security");
        assertThat(policy.pick("staff-update", "OUTAGE", "", false).orElseThrow().name())
                .isEqualTo("Staff update");
    }

    @Test
    void whatIsMissingIsNamed() {
        named("Brain dump").name.setValue(" ");
        refused("one has no name");
        named("").name.setValue("Brain dump");
        press(named("Brain dump"), "Remove template");
        refused("Leave one template for every incident among those of the kind brain dump.");
    }

    @Test
    void aTemplateReadsAsItBeginsWithWhatIsToBeReplacedMarked() {
        var policy = read(shipped);
        var sheet =
                new TemplateSheet(
                        policy.named("status-update", "Status update, monitoring").orElseThrow());

        var words =
                all(sheet)
                        .filter(Html.class::isInstance)
                        .map(html -> html.getElement().getOuterHTML())
                        .collect(Collectors.joining());
        assertThat(words)
                .contains("<mark class=\"template-prompt\">time in UTC</mark>")
                .contains("<span class=\"fact\">caught up by</span>");
        assertThat(
                        TemplateWords.use(
                                policy.named(
                                                "customer-email",
                                                "Customer e-mail, security without personal data")
                                        .orElseThrow()))
                .isEqualTo("For incidents of the type security without personal data.");
    }

    @Test
    void onlyTheTemplatesThatAProposalChangesAreShownToWhoConfirmsIt() {
        named("Brain dump").purpose.setValue("Everybody writes what they know.");
        assertThat(TemplateList.changed(read(shipped), read(form.json())))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Brain dump"));
    }

    private TemplateFields named(String name) {
        var found =
                form.templates().stream()
                        .filter(one -> one.name.getValue().strip().equals(name))
                        .findFirst()
                        .orElseThrow();
        found.make();
        return found;
    }

    private void refused(String why) {
        assertThatThrownBy(form::json).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    private static void press(Component where, String label) {
        all(where)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button ->
                        label.equals(button.getText())
                                || label.equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(TemplateFormTest::all));
    }

    private static TemplatePolicy read(String json) {
        return JsonMapper.shared().readValue(json, TemplatePolicy.class);
    }

    private static String shipped() {
        try (var file = TemplatePolicy.class.getResourceAsStream("/policy/templates.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
