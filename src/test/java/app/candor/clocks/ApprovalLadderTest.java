package app.candor.clocks;

import static app.candor.clocks.ApprovalLadder.Step.DEPUTY;
import static app.candor.clocks.ApprovalLadder.Step.ESCALATION;
import static app.candor.clocks.ApprovalLadder.Step.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalLadderTest {
    private static final Instant ASKED = Instant.parse("2026-11-18T10:42:00Z");
    private final ApprovalLadder grave = new ApprovalLadder(List.of(3, 6, 10));

    @Test
    void reminderDeputyAndEscalationComeAtTheirMinutesAndStay() {
        assertThat(grave.reached(ASKED, ASKED.plusSeconds(179))).isEmpty();
        assertThat(grave.reached(ASKED, ASKED.plusSeconds(180))).containsExactly(REMINDER);
        assertThat(grave.reached(ASKED, ASKED.plusSeconds(360))).containsExactly(REMINDER, DEPUTY);
        assertThat(grave.reached(ASKED, ASKED.plusSeconds(600)))
                .containsExactly(REMINDER, DEPUTY, ESCALATION);
    }

    @Test
    void aClockThatJumpsBackTakesNothingForGranted() {
        assertThat(grave.reached(ASKED, ASKED.minusSeconds(3600))).isEmpty();
    }

    @Test
    void stepsWithoutANumberDoNotHappen() {
        assertThat(new ApprovalLadder(List.of(3)).reached(ASKED, ASKED.plusSeconds(86_400)))
                .containsExactly(REMINDER);
    }
}
