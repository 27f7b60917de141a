package app.candor.clocks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account whose contract wants to hear of an incident within so many hours.
 *
 * @param account its name
 * @param since when it became affected
 * @param hours what the contract says, 1 to 720; there is no default
 * @param toldAt when it was first told; null while it was not
 */
public record ContractNotice(String account, Instant since, int hours, @Nullable Instant toldAt) {

    public Instant due() {
        return since.plus(Duration.ofHours(hours));
    }

    /** Told after its time; false while nobody told it. */
    public boolean toldLate() {
        return toldAt != null && toldAt.isAfter(due());
    }
}
