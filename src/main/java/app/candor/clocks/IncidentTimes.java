package app.candor.clocks;

import app.candor.policy.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times of an incident that clocks start and stop by; all UTC.
 *
 * @param reportedAt first report
 * @param respondedAt confirmed or dismissed; null while neither
 * @param declaredAt null until declared
 * @param severity null until declared
 * @param stage as policy names it: {@code investigating}
 * @param burning whether customers still wait for the end of it
 * @param over whether nothing is owed any more: dismissed or closed
 * @param updates texts that reached an audience
 * @param waived audiences that are told nothing, with the reason
 * @param caughtUpBy when the backlog should be gone; null if nobody said
 * @param caughtUpAt when it was gone; null while it is not
 */
public record IncidentTimes(
        Instant reportedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant declaredAt,
        @Nullable Severity severity,
        String stage,
        boolean burning,
        boolean over,
        List<Update> updates,
        Map<To, String> waived,
        @Nullable Instant caughtUpBy,
        @Nullable Instant caughtUpAt) {

    /** Who an update is owed to. */
    public enum To {
        CUSTOMERS,
        STAFF
    }

    /**
     * A text that reached an audience.
     *
     * @param promised when the text itself said the next one comes; null if it did not
     */
    public record Update(To to, Instant at, @Nullable Instant promised) {}

    public IncidentTimes {
        updates = List.copyOf(updates);
        waived = Map.copyOf(waived);
    }

    Optional<Update> first(To to) {
        return updates.stream()
                .filter(update -> update.to() == to)
                .min(Comparator.comparing(Update::at));
    }

    Optional<Update> last(To to) {
        return updates.stream()
                .filter(update -> update.to() == to)
                .max(Comparator.comparing(Update::at));
    }
}
