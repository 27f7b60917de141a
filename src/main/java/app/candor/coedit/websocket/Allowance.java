package app.candor.coedit.websocket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a person may still send, refilled steadily up to two seconds' worth. */
final class Allowance {
    private static final int BURST_SECONDS = 2;

    private final Clock clock;
    private final double perSecond;
    private double left;
    private Instant refilledAt;

    Allowance(double perSecond, Clock clock) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.left = perSecond * BURST_SECONDS;
        this.refilledAt = clock.instant();
    }

    /**
     * @return false if that is more than is left; nothing is taken then
     */
    synchronized boolean take(double amount) {
        var now = clock.instant();
        var seconds = Duration.between(refilledAt, now).toNanos() / 1e9;
        refilledAt = now;
        left = Math.min(perSecond * BURST_SECONDS, left + Math.max(seconds, 0) * perSecond);
        if (amount > left) {
            return false;
        }
        left -= amount;
        return true;
    }
}
