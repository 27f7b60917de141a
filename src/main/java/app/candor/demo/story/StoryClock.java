package app.candor.demo.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The real time, but for the minutes in which the story of the past is told. */
class StoryClock extends Clock {
    private static final Duration STEP = Duration.ofMillis(800);

    private final Clock real;
    private @Nullable Instant told;

    StoryClock(Clock real) {
        this.real = real;
    }

    /** Turns the clock back; each look at it is a moment later than the one before. */
    synchronized void turnTo(Instant at) {
        told = at;
    }

    synchronized void back() {
        told = null;
    }

    @Override
    public synchronized Instant instant() {
        var now = told;
        if (now == null) {
            return real.instant();
        }
        told = now.plus(STEP);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
