package app.candor.comms;

import app.candor.audit.Told;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
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

    private static final AtomicInteger EVENTS = new AtomicInteger(Integer.MAX_VALUE);

    /**
     * The process ends before the event of that number, counted from now, is told: 0 is the next.
     * Nothing that was under way goes on.
     */
    static void beforeEvent(int number) {
        EVENTS.set(number);
    }

    /** Whether the process ended since. */
    static boolean happened() {
        return EVENTS.getAndSet(Integer.MAX_VALUE) < 0;
    }

    /** Not caught by whoever catches exceptions. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Bean
    static BrokenWrites brokenWrites() {
        return new BrokenWrites();
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<?>> kill() {
        return new Kill();
    }

    private static final class Kill
            implements ApplicationListener<PayloadApplicationEvent<?>>, Ordered {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            if (event.getPayload() instanceof Told<?>
                    && (EVENTS.get() < 0 || EVENTS.getAndDecrement() == 0)) {
                throw new Killed();
            }
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

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
