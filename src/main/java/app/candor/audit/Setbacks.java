package app.candor.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which aggregates' events could not be delivered, and when it is worth another try. */
final class Setbacks {
    private static final Duration FIRST = Duration.ofSeconds(3);

    /** Nobody learns of something later than that once its cause is gone. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<String, Setback> setbacks = new HashMap<>();

    private record Setback(Duration rest, Instant until) {}

    synchronized boolean mayTry(String aggregate, Instant now) {
        var setback = setbacks.get(aggregate);
        return setback == null || !now.isBefore(setback.until());
    }

    synchronized void another(String aggregate, Instant now) {
        var before = setbacks.get(aggregate);
        var rest = before == null ? FIRST : before.rest().multipliedBy(2);
        var atMost = rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
        setbacks.put(aggregate, new Setback(atMost, now.plus(atMost)));
    }

    synchronized void over(String aggregate) {
        setbacks.remove(aggregate);
    }
}
