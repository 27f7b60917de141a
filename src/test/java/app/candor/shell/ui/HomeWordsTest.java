package app.candor.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.shell.BurningItem;
import app.candor.shell.WaitingItem;
import app.candor.uikit.Glyph;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeWordsTest {
    private static final WaitingItem TASK =
            new WaitingItem(Glyph.SHIELD, "E-mail, version 5", "", "Review", "approvals", null);

    @Test
    void aQuietDayIsAllClear() {
        assertThat(HomeWords.title(List.of(), List.of())).isEqualTo("All clear");
    }

    @Test
    void tasksAreSaidEvenWhenNothingBurns() {
        assertThat(HomeWords.title(List.of(), List.of(TASK, TASK)))
                .isEqualTo("Two tasks wait for you");
    }

    @Test
    void onlyIncidentsWithMyRoleNeedMe() {
        assertThat(HomeWords.title(List.of(item("SEV1", false), item("SEV3", true)), List.of()))
                .isEqualTo("One incident needs you now");
    }

    @Test
    void whoHasNoRoleReadsHowManyMajorIncidentsAreOpen() {
        assertThat(HomeWords.title(List.of(item("SEV1", false), item("SEV3", false)), List.of()))
                .isEqualTo("One major incident is open");
        assertThat(HomeWords.title(List.of(item("SEV2", false), item("", false)), List.of()))
                .isEqualTo("Two incidents are open");
    }

    private static BurningItem item(String severity, boolean mine) {
        return new BurningItem(
                "INC-K7Q4",
                severity,
                "Late events",
                "identified",
                "incidents/1",
                Instant.EPOCH,
                false,
                List.of(),
                List.of(),
                null,
                mine);
    }
}
