package app.candor.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private final MovableClock clock = new MovableClock();
    private final RequestRate rate = new RequestRate(2, clock);

    @Test
    void aTokenThatSentItsShareWaitsUntilItsMinuteIsOver() {
        assertThat(rate.count("a")).isEmpty();
        assertThat(rate.count("a")).isEmpty();
        clock.advance(Duration.ofSeconds(20));
        assertThat(rate.count("a")).contains(Duration.ofSeconds(40));
        assertThat(rate.count("b")).isEmpty();

        clock.advance(Duration.ofSeconds(40));
        assertThat(rate.count("a")).isEmpty();
    }

    @Test
    void aPatternOfOriginsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new ApiSettings(List.of("https://*.example.com"), 60))
                .hasMessageContaining("whole origins");
    }
}
