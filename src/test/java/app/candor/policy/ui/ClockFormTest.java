package app.candor.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.policy.ClockPolicy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClockFormTest {
    private final String shipped = shipped();
    private final AtomicInteger changes = new AtomicInteger();
    private final ClockForm form =
            new ClockForm(JsonMapper.builder().build().readValue(shipped, ClockPolicy.class));

    @Test
    void untouchedItSaysWhatIsInForceLineByLine() {
        assertThat(form.json().strip()).isEqualTo(shipped.strip());
    }

    @Test
    void oneFieldChangesOneLineAndIsStillAPolicy() {
        form.onChange(changes::incrementAndGet);
        form.field("cadence SEV1 identified").setValue(25);

        assertThat(changes).hasValue(1);
        assertThat(form.json().lines().filter(line -> !shipped.contains(line)))
                .singleElement()
                .asString()
                .contains("\"SEV1\"", "\"identified\": 25");
        var policy = JsonMapper.builder().build().readValue(form.json(), ClockPolicy.class);
        assertThat(policy.cadence().get(app.candor.policy.Severity.SEV1))
                .containsEntry("identified", 25);
    }

    @Test
    void aSeverityWithoutAFirstNoticeOwesNone() {
        form.field("firstNotice SEV2 first notice").clear();

        assertThat(form.json()).contains("\"firstNotice\": {\"SEV0\": 15, \"SEV1\": 15},");
    }

    @Test
    void aMissingTimeOrStepsOutOfOrderAreRefusedByName() {
        form.field("cadence SEV3 monitoring").clear();
        assertThatThrownBy(form::json)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("SEV3, monitoring");

        form.field("cadence SEV3 monitoring").setValue(240);
        form.field("approval SEV0 deputy").setValue(2);
        assertThatThrownBy(form::json)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("SEV0")
                .hasMessageContaining("reminder comes first");
    }

    private static String shipped() {
        try (var file = ClockPolicy.class.getResourceAsStream("/policy/clocks.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
