package app.candor.delivery;

import java.time.Duration;

/**
 * How long to wait after an attempt in vain: twice as long each time.
 *
 * @param first after attempt 1
 * @param longest never more than this
 */
record Backoff(Duration first, Duration longest) {

    Duration after(int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(attempt - 1, 30));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
