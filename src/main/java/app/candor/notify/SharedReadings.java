package app.candor.notify;

import app.candor.audit.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    /** Nothing is older: what changes with time alone, or on another node, is seen after this. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int TOPICS_KEPT = 64;

    private final Map<String, Map<String, Reading>> topics = new ConcurrentHashMap<>();
    private final Clock clock;

    SharedReadings(Clock clock) {
        this.clock = clock;
    }

    /** One value; whoever comes while it is read waits for it. */
    private static final class Reading {
        private @Nullable Object value;
        private Instant readAt = Instant.EPOCH;

        synchronized Object get(Instant now, Supplier<?> read) {
            var known = value;
            if (known == null || Duration.between(readAt, now).abs().compareTo(LONGEST) > 0) {
                known = read.get();
                value = known;
                readAt = now;
            }
            return known;
        }
    }

    /**
     * @param topic as pages watch it: {@code incident:ID}
     * @param what names the value within the topic
     * @param read must see everything that was written before the topic's last change was told
     */
    @SuppressWarnings("unchecked") // a name stands for one kind of value
    public <V> V of(String topic, String what, Supplier<V> read) {
        if (topics.size() > TOPICS_KEPT) {
            topics.clear();
        }
        return (V)
                topics.computeIfAbsent(topic, none -> new ConcurrentHashMap<>())
                        .computeIfAbsent(what, none -> new Reading())
                        .get(clock.instant(), read);
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
