package app.candor.notify;

import app.candor.audit.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What hundreds of open pages show of the same topic, read once after each change instead of once a
 * page. It asks nobody's rights: only what is the same for all who may read the topic belongs here,
 * and only after the page asked for its own reader.
 */
@Component
public class SharedReadings {
    private static final Logger log = LoggerFactory.getLogger(SharedReadings.class);

    /** Nothing is older: what changes with time alone, or on another node, is seen after this. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    /**
     * What is asked for all the time is read again from this age on, before anybody has to wait.
     */
    private static final Duration AHEAD = LONGEST.dividedBy(2);

    private static final int TOPICS_KEPT = 256;

    private final Map<String, Map<String, Reading>> topics = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Executor beside;

    @Autowired
    SharedReadings(Clock clock) {
        this(clock, Thread::startVirtualThread);
    }

    SharedReadings(Clock clock, Executor beside) {
        this.clock = clock;
        this.beside = beside;
    }

    /** One value; whoever comes while there is none to give waits until it is read. */
    private static final class Reading {
        private final AtomicBoolean ahead = new AtomicBoolean();
        private volatile @Nullable Read latest;

        private record Read(Object value, Instant at) {
            boolean isOlder(Duration age, Instant now) {
                return Duration.between(at, now).abs().compareTo(age) > 0;
            }
        }

        Object get(Instant now, Supplier<?> read) {
            var known = latest;
            return known == null || known.isOlder(LONGEST, now) ? waited(now, read) : known.value();
        }

        private synchronized Object waited(Instant now, Supplier<?> read) {
            var known = latest;
            if (known == null || known.isOlder(LONGEST, now)) {
                known = new Read(read.get(), now);
                latest = known;
            }
            return known.value();
        }

        private synchronized void replace(Read earlier, Read later) {
            if (latest == earlier) {
                latest = later;
            }
        }

        void readAhead(Instant now, Supplier<?> read, Executor beside) {
            var known = latest;
            if (known != null && known.isOlder(AHEAD, now) && ahead.compareAndSet(false, true)) {
                beside.execute(() -> {
                    try {
                        replace(known, new Read(read.get(), now));
                    } catch (RuntimeException e) {
                        log.debug("Not read ahead: {}", e.getClass().getName());
                    } finally {
                        ahead.set(false);
                    }
                });
            }
        }
    }

    /**
     * @param topic as pages watch it: {@code incident:ID}
     * @param what names the value within the topic
     * @param read must see everything that was written before the topic's last change was told
     */
    @SuppressWarnings("unchecked") // a name stands for one kind of value
    public <V> V of(String topic, String what, Supplier<V> read) {
        return (V) reading(topic, what).get(clock.instant(), read);
    }

    /**
     * As {@link #of}, for what is asked for at every key press: it is read again in time by a
     * thread of its own, so that who types seldom waits for it.
     *
     * @param read runs without anybody signed in
     */
    @SuppressWarnings("unchecked") // a name stands for one kind of value
    public <V> V often(String topic, String what, Supplier<V> read) {
        var reading = reading(topic, what);
        var now = clock.instant();
        var value = (V) reading.get(now, read);
        reading.readAhead(now, read, beside);
        return value;
    }

    private Reading reading(String topic, String what) {
        if (topics.size() > TOPICS_KEPT) {
            topics.clear();
        }
        return topics.computeIfAbsent(topic, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(what, none -> new Reading());
    }

    /**
     * Before any other listener: who was taken off an incident may not be served by an old reading.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Told<?> told) {
        changed(told.event().subject());
        var incident = told.event().incident();
        if (incident != null) {
            changed("incident:" + incident);
        }
    }

    /** Readings under way go on, but only for those who asked before. */
    void changed(String topic) {
        topics.remove(topic);
    }
}
