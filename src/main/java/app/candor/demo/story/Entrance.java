package app.candor.demo.story;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the demo's people known at each start, so that they can be asked before they sign in. */
@Component
@ConditionalOnProperty("candor.demo")
class Entrance {
    private final Cast cast;

    Entrance(Cast cast) {
        this.cast = cast;
    }

    @EventListener
    @Order(1)
    void enter(ApplicationReadyEvent started) {
        cast.enter();
    }
}
