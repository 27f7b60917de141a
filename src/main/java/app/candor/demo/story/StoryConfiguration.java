package app.candor.demo.story;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The clock that a demo with a story uses everywhere. */
@Configuration
@ConditionalOnProperty(name = "candor.demo", havingValue = "full")
class StoryConfiguration {

    @Bean
    @Primary
    StoryClock storyClock(@Qualifier("clock") Clock clock) {
        return new StoryClock(clock);
    }
}
