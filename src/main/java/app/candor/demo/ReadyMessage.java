package app.candor.demo;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where the portal is and who one can be. */
@Component
@ConditionalOnProperty("candor.demo")
class ReadyMessage {

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        var people =
                Arrays.stream(DemoPerson.values())
                        .map(person ->
                                "  %-12s %s, %s"
                                        .formatted(
                                                person.userName(),
                                                person.fullName(),
                                                person.title()))
                        .collect(Collectors.joining(System.lineSeparator()));
        System.out.printf(
                "%nCandor is ready at http://127.0.0.1:%d%n%nSign in as one of:%n%s%n%n",
                context.getWebServer().getPort(), people);
    }
}
