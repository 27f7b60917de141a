package app.candor.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.clocks.IncidentClock.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When contracts want customers to be told. */
class ContractClockTest {
    private static final Instant HIT = Instant.parse("2026-10-24T12:00:00Z");

    @Test
    void nothingIsOwedWithoutAContractThatSaysSo() {
        assertThat(ContractClock.at(HIT, List.of(), false, Duration.ofMinutes(10))).isEmpty();
    }

    @Test
    void theAccountWhoseTimeComesFirstIsShownWithItsArithmetic() {
        var clock = at(1, false, notice("Late", 48, null), notice("Soon", 4, null));

        assertThat(clock.state()).isInstanceOf(State.Running.class);
        assertThat(due(clock)).isEqualTo(HIT.plus(Duration.ofHours(4)));
        assertThat(clock.formula())
                .isEqualTo("Soon affected 24 Oct 12:00 UTC + 4 h; 0 of 2 accounts told");
    }

    @Test
    void hoursOfAContractAreHoursAlsoOverTheNightOnWhichClocksGoBack() {
        var clock = at(1, false, notice("One", 24, null));

        assertThat(due(clock)).isEqualTo(Instant.parse("2026-10-25T12:00:00Z"));
    }

    @Test
    void itIsAmberTenMinutesBeforeAndLateRightAfter() {
        var notice = notice("One", 1, null);

        assertThat(at(49, false, notice).state()).isInstanceOf(State.Running.class);
        assertThat(at(50, false, notice).state()).isInstanceOf(State.Warned.class);
        assertThat(at(60, false, notice).state()).isInstanceOf(State.Warned.class);
        assertThat(at(61, false, notice).state()).isInstanceOf(State.Breached.class);
    }

    @Test
    void whoWasToldLeavesTheNextOneToTheClock() {
        var clock = at(30, false, notice("Told", 1, HIT.plusSeconds(60)), notice("Next", 2, null));

        assertThat(due(clock)).isEqualTo(HIT.plus(Duration.ofHours(2)));
        assertThat(clock.formula()).endsWith("1 of 2 accounts told");
    }

    @Test
    void itIsMetWhenAllAreToldAndLateIfOneOfThemWas() {
        var late = HIT.plus(Duration.ofHours(3));

        var clock = at(300, false, notice("In time", 24, HIT), notice("Late", 2, late));

        assertThat(clock.state())
                .isInstanceOfSatisfying(
                        State.Met.class,
                        met -> {
                            assertThat(met.at()).isEqualTo(late);
                            assertThat(met.late()).isTrue();
                        });
    }

    @Test
    void nothingIsOwedOnceTheIncidentIsOver() {
        assertThat(at(300, true, notice("One", 1, null)).state())
                .isInstanceOf(State.NotApplicable.class);
    }

    private static IncidentClock at(int minutes, boolean over, ContractNotice... notices) {
        return ContractClock.at(
                        HIT.plus(Duration.ofMinutes(minutes)),
                        List.of(notices),
                        over,
                        Duration.ofMinutes(10))
                .orElseThrow();
    }

    private static ContractNotice notice(String account, int hours, @Nullable Instant told) {
        return new ContractNotice(account, HIT, hours, told);
    }

    private static Instant due(IncidentClock clock) {
        return switch (clock.state()) {
            case State.Running running -> running.due();
            case State.Warned warned -> warned.due();
            case State.Breached breached -> breached.due();
            case State.Met met -> met.due();
            case State.NotApplicable none -> Instant.MAX;
        };
    }
}
