package app.candor.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.policy.CriteriaPolicy;
import app.candor.policy.GatePolicy;
import app.candor.policy.SeverityClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class GateFormTest {
    private final String shipped = shipped("gates");
    private final GateForm form = new GateForm(read(shipped));

    @Test
    void untouchedItSaysWhatIsInForceLineByLine() {
        assertThat(form.json().strip()).isEqualTo(shipped.strip());
        assertThat(
                        new CriteriaForm(
                                        JsonMapper.shared()
                                                .readValue(
                                                        shipped("criteria"), CriteriaPolicy.class))
                                .json()
                                .strip())
                .isEqualTo(shipped("criteria").strip());
    }

    @Test
    void oneRoleMoreChangesOneLineAndIsStillAPolicy() {
        form.rows(SeverityClass.LOW).get(1).roles.setValue(Set.of(Role.CS_LEAD, Role.LEGAL));

        assertThat(form.json().lines().filter(line -> !shipped.contains(line)))
                .singleElement()
                .asString()
                .contains("\"clarity\"", "[\"CS_LEAD\", \"LEGAL\"]");
        assertThat(read(form.json()).gates().get(SeverityClass.LOW).get(1).roles())
                .contains(Role.LEGAL);
    }

    @Test
    void aGateWithoutAMeaningOrAnybodyToSignItIsRefusedByName() {
        var gate = form.rows(SeverityClass.HIGH).getFirst();
        gate.roles.setValue(Set.of());
        assertThatThrownBy(form::json)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Accuracy: choose who may sign it");

        gate.roles.setValue(Set.of(Role.ENGINEERING));
        gate.meaning.setValue(" ");
        assertThatThrownBy(form::json).isInstanceOf(Refused.class);
    }

    @Test
    void aPolicyThatLetsATextLeaveWithoutASignatureIsNone() {
        for (var loose :
                new String[] {
                    "{\"gates\": {}, \"accuracyOnly\": [], \"freshLoginMinutes\": 10}",
                    shipped.replace(
                            "\"roles\": [\"ENGINEERING\"], \"optional\": false",
                            "\"roles\": [\"ENGINEERING\"], \"optional\": true"),
                    shipped.replace("\"roles\": [\"ENGINEERING\"]", "\"roles\": []"),
                    shipped.replace("\"freshLoginMinutes\": 10", "\"freshLoginMinutes\": 9000"),
                    shipped.replace("\"clarity\"", "\"accuracy\"")
                }) {
            assertThatThrownBy(() -> read(loose)).isInstanceOf(JacksonException.class);
        }
    }

    private static GatePolicy read(String json) {
        return JsonMapper.shared().readValue(json, GatePolicy.class);
    }

    private static String shipped(String name) {
        try (var file = GatePolicy.class.getResourceAsStream("/policy/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
