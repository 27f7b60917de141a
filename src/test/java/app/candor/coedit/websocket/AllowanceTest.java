package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final MovedClock clock = new MovedClock();
    private final Allowance allowance = new Allowance(10, clock);

    @Test
    void twoSecondsWorthMayComeAtOnceAndNotMore() {
        assertThat(allowance.take(20)).isTrue();
        assertThat(allowance.take(1)).isFalse();
    }

    @Test
    void itFillsUpAgainWithTime() {
        allowance.take(20);
        clock.now = clock.now.plus(Duration.ofMillis(500));
        assertThat(allowance.take(5)).isTrue();
        assertThat(allowance.take(1)).isFalse();
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(allowance.take(21)).isFalse();
        assertThat(allowance.take(20)).isTrue();
    }

    @Test
    void aClockThatJumpsBackTakesNothingAway() {
        clock.now = clock.now.minus(Duration.ofHours(1));
        assertThat(allowance.take(20)).isTrue();
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-04T10:56:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
