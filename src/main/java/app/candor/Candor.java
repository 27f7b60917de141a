package app.candor;

import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the portal. The only clock of the application is made here, so that tests can move it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@NullMarked
public class Candor {

    public static void main(String[] arguments) {
        SpringApplication.run(Candor.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
