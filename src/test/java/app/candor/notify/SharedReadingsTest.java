package app.candor.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.access.NotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedReadingsTest {
    private static final String TOPIC = "incident:i-1";

    private final MovableClock clock = new MovableClock();
    private final List<Runnable> beside = new ArrayList<>();
    private final SharedReadings readings = new SharedReadings(clock, beside::add);
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void twoHundredPagesReadOnceAfterAChange() {
        for (var page = 0; page < 200; page++) {
            assertThat(read()).isEqualTo(1);
        }
        assertThat(asked).hasValue(1);

        stored.set(2);
        readings.changed(TOPIC);
        for (var page = 0; page < 200; page++) {
            assertThat(read()).isEqualTo(2);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void aReadingThatBeganBeforeAChangeIsNotGivenToWhoAsksAfterIt() {
        var early =
                readings.of(
                        TOPIC,
                        "tasks",
                        () -> {
                            var before = stored.get();
                            stored.set(2);
                            readings.changed(TOPIC);
                            return before;
                        });

        assertThat(early).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void whatChangesWithoutBeingToldIsSeenAfterASecond() {
        assertThat(read()).isEqualTo(1);
        stored.set(2);
        clock.advance(Duration.ofMillis(1_001));

        assertThat(read()).isEqualTo(2);
    }

    @Test
    void whatIsAskedForOftenIsReadAgainBeforeAnybodyHasToWait() {
        assertThat(often()).isEqualTo(1);
        stored.set(2);
        clock.advance(Duration.ofMillis(600));

        assertThat(often()).isEqualTo(1);
        assertThat(often()).isEqualTo(1);
        assertThat(asked).hasValue(1);
        assertThat(beside).hasSize(1);
        beside.removeFirst().run();

        assertThat(often()).isEqualTo(2);
        clock.advance(Duration.ofMillis(600));
        assertThat(often()).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsAskedForOftenIsNoOlderThanASecondAndNeverOlderThanAChange() {
        assertThat(often()).isEqualTo(1);
        clock.advance(Duration.ofMillis(600));
        often();
        stored.set(2);
        readings.changed(TOPIC);
        beside.removeFirst().run();
        assertThat(often()).isEqualTo(2);

        stored.set(3);
        clock.advance(Duration.ofMillis(1_001));
        assertThat(often()).isEqualTo(3);
    }

    @Test
    void aRefusedReadingIsNobodysAnswer() {
        assertThatThrownBy(() ->
                        readings.of(
                                TOPIC,
                                "tasks",
                                () -> {
                                    throw new NotFound();
                                }))
                .isInstanceOf(NotFound.class);
        assertThat(read()).isEqualTo(1);
    }

    private int often() {
        return readings.often(
                TOPIC,
                "tasks",
                () -> {
                    asked.incrementAndGet();
                    return stored.get();
                });
    }

    private int read() {
        return readings.of(
                TOPIC,
                "tasks",
                () -> {
                    asked.incrementAndGet();
                    return stored.get();
                });
    }
}
