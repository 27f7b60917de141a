package app.candor;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a {@link MovableClock} in place of the real one. */
@TestConfiguration
public class MovedTime {
    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
