package app.candor.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @Test
    void timesAreWrittenInUtcWithTheZoneNamed() {
        var at = Instant.parse("2026-11-18T10:56:31Z");

        assertThat(Times.time(at)).isEqualTo("10:56 UTC");
        assertThat(Times.bare(at)).isEqualTo("10:56");
        assertThat(Times.date(at)).isEqualTo("18 November 2026");
        assertThat(Times.dateTime(at)).isEqualTo("18 November 2026, 10:56 UTC");
        assertThat(Times.weekday(at)).isEqualTo("Wednesday 18 November");
    }

    @Test
    void theDayIsNamedWhenItIsNotTodayInUtc() {
        assertThat(Times.near(Instant.parse("2026-11-18T00:00:00Z"), NOON)).isEqualTo("00:00 UTC");
        assertThat(Times.near(Instant.parse("2026-11-17T23:59:59Z"), NOON))
                .isEqualTo("17 Nov, 23:59 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 min",
        "PT45S, 45 s",
        "PT8M, 8 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT1H36M, 1 h 36 min",
        "PT47H, 47 h",
        "PT52H, 2 d 4 h",
        "P3D, 3 d"
    })
    void lengthsUseTheTwoLargestUnitsThatMatter(Duration length, String written) {
        assertThat(Times.span(length)).isEqualTo(written);
    }

    @Test
    void aBegunMinuteStillCountsUntilTheClockIsLate() {
        assertThat(Times.left(NOON.plusSeconds(7 * 60 + 1), NOON)).isEqualTo("8 min");
        assertThat(Times.left(NOON.plusSeconds(20), NOON)).isEqualTo("1 min");
        assertThat(Times.left(NOON.minusSeconds(9 * 60), NOON)).isEqualTo("9 min late");
    }

    @Test
    void relativeTimesKnowPastAndFuture() {
        assertThat(Times.relative(NOON.minusSeconds(17 * 60), NOON)).isEqualTo("17 min ago");
        assertThat(Times.relative(NOON.plusSeconds(8 * 60), NOON)).isEqualTo("in 8 min");
        assertThat(Times.relative(NOON.minusSeconds(59), NOON)).isEqualTo("just now");
    }

    @Test
    void aClockIsWarnedFromItsWarningAndBreachedOnlyAfterItsDueTime() {
        var due = NOON.plusSeconds(600);
        var warn = NOON.plusSeconds(300);

        assertThat(ClockChip.state(due, warn, warn.minusMillis(1))).isEqualTo(ClockState.RUNNING);
        assertThat(ClockChip.state(due, warn, warn)).isEqualTo(ClockState.WARNED);
        assertThat(ClockChip.state(due, warn, due)).isEqualTo(ClockState.WARNED);
        assertThat(ClockChip.state(due, warn, due.plusMillis(1))).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void aChipThatCountsDownTellsThePageItsInstants() {
        var chip = ClockChip.due(NOON.plusSeconds(600), NOON.plusSeconds(300), NOON);

        assertThat(chip.getElement().getAttribute("data-due")).isEqualTo("2026-11-18T12:10:00Z");
        assertThat(chip.getElement().getAttribute("data-warn")).isEqualTo("2026-11-18T12:05:00Z");
        assertThat(chip.getElement().getTextRecursively()).isEqualTo("10 min");
    }
}
