package app.candor.comms;

import app.candor.audit.Told;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets the telling of a release break off before or after everybody was told, as when the process
 * is killed there: the release is stored, and what follows from it is still owed.
 */
@TestConfiguration(proxyBeanMethods = false)
class Crashes {
    /** Where the next telling breaks off. */
    enum Point {
        NOWHERE,
        BEFORE_ALL,
        AFTER_ALL
    }

    private static final AtomicReference<Point> NEXT = new AtomicReference<>(Point.NOWHERE);

    static void at(Point point) {
        NEXT.set(point);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void before(Told<DraftReleased> told) {
        breakOff(Point.BEFORE_ALL);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void after(Told<DraftReleased> told) {
        breakOff(Point.AFTER_ALL);
    }

    private static void breakOff(Point here) {
        if (NEXT.compareAndSet(here, Point.NOWHERE)) {
            throw new IllegalStateException("Killed " + here);
        }
    }
}
