package app.candor.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests each token sent in its current minute, on this node. Remembers the thousand
 * tokens that were used last.
 */
final class RequestRate {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Minute> minutes =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Minute(Instant begun, int sent) {}

    RequestRate(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts a request; how long to wait instead, if it is one too many. */
    synchronized Optional<Duration> count(String token) {
        var now = clock.instant();
        var minute = minutes.get(token);
        if (minute == null || !now.isBefore(minute.begun().plus(WINDOW))) {
            minutes.put(token, new Minute(now, 1));
            return Optional.empty();
        }
        if (minute.sent() >= most) {
            return Optional.of(Duration.between(now, minute.begun().plus(WINDOW)));
        }
        minutes.put(token, new Minute(minute.begun(), minute.sent() + 1));
        return Optional.empty();
    }
}
