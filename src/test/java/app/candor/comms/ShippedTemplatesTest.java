package app.candor.comms;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.incident.FactKey;
import app.candor.incident.IncidentType;
import app.candor.incident.Stage;
import app.candor.policy.TemplatePolicy;
import app.candor.policy.TemplatePolicy.Section;
import app.candor.prosemirror.LineMarkup;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShippedTemplatesTest {
    private static TemplatePolicy shipped;

    @BeforeAll
    static void read() throws IOException {
        try (var file = TemplatePolicy.class.getResourceAsStream("/policy/templates.json")) {
            shipped = JsonMapper.shared().readValue(file, TemplatePolicy.class);
        }
    }

    @Test
    void everyKindOfTextHasATemplateForEveryIncidentAtEveryStage() {
        for (var kind : kinds().toList()) {
            for (var type : IncidentType.values()) {
                for (var stage : Stage.values()) {
                    for (var personal : List.of(true, false)) {
                        assertThat(shipped.pick(kind, type.name(), stage.name(), personal))
                                .as("%s, %s, %s", kind, type, stage)
                                .isPresent();
                    }
                }
            }
            assertThat(shipped.pick(kind, "", "", false)).as(kind).isPresent();
        }
    }

    @Test
    void theTemplateThatSaysMostAboutTheIncidentIsTaken() {
        assertThat(name("customer-email", "OUTAGE", "MONITORING", true))
                .isEqualTo("Customer e-mail");
        assertThat(name("customer-email", "BUG", "MONITORING", false))
                .isEqualTo("Customer e-mail, bug");
        assertThat(name("customer-email", "SECURITY", "MONITORING", true))
                .isEqualTo("Customer e-mail, security with personal data");
        assertThat(name("customer-email", "SECURITY", "MONITORING", false))
                .isEqualTo("Customer e-mail, security without personal data");
        assertThat(name("status-update", "OUTAGE", "RESOLVED", false))
                .isEqualTo("Status update, resolved");
        assertThat(name("incident", "", "SUSPECTED", false)).isEqualTo("Incident document");
    }

    @Test
    void everyDraftAsksForWordsAndShowsOnlyKnownFactsAndFields() {
        var known = Arrays.stream(FactKey.values()).map(FactKey::key).toList();
        var fields = Arrays.stream(MergeField.values()).map(MergeField::key).toList();
        assertThat(shipped.templates())
                .allSatisfy(template -> {
                    var doc = LineMarkup.read(template.text());
                    var scan = DocumentScan.of(doc.toJson());
                    assertThat(known).as(template.name()).containsAll(scan.facts());
                    assertThat(fields).as(template.name()).containsAll(scan.mergeFields());
                    var isDraft =
                            Arrays.stream(DraftKind.values())
                                    .map(DraftTemplates::key)
                                    .anyMatch(template.kind()::equals);
                    assertThat(scan.prompts().isEmpty()).as(template.name()).isEqualTo(!isDraft);
                });
    }

    @Test
    void everyRequiredSectionSaysWhatBelongsThere() {
        assertThat(shipped.templates())
                .allSatisfy(template -> {
                    assertThat(template.purpose()).as(template.name()).endsWith(".");
                    assertThat(template.sections())
                            .filteredOn(Section::required)
                            .filteredOn(section -> !section.title().isEmpty())
                            .allSatisfy(section ->
                                    assertThat(section.hint())
                                            .as(template.name() + ": " + section.title())
                                            .isNotBlank());
                });
    }

    private static String name(String kind, String type, String stage, boolean personal) {
        return shipped.pick(kind, type, stage, personal).orElseThrow().name();
    }

    private static Stream<String> kinds() {
        return Stream.concat(
                Stream.of(
                        "incident",
                        "brain-dump",
                        "deep-dive",
                        "review",
                        "root-cause",
                        "leadership-report"),
                Arrays.stream(DraftKind.values()).map(DraftTemplates::key));
    }
}
