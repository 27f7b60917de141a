package app.candor.clocks;

import app.candor.clocks.IncidentClock.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The clock of all contracts of an incident: it shows the account whose time comes first, and is
 * met when the last of them was told.
 */
public final class ContractClock {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private ContractClock() {}

    /**
     * @param over whether the incident is dismissed or closed
     * @param warnBefore how long before the due time it is amber
     * @return empty if no contract of an affected account wants notice
     */
    public static Optional<IncidentClock> at(
            Instant now, List<ContractNotice> notices, boolean over, Duration warnBefore) {
        if (notices.isEmpty()) {
            return Optional.empty();
        }
        var untold = notices.stream().filter(notice -> notice.toldAt() == null).toList();
        var next =
                (untold.isEmpty() ? notices : untold)
                        .stream()
                                .min(
                                        untold.isEmpty()
                                                ? Comparator.comparing(ContractClock::left)
                                                : Comparator.comparing(ContractNotice::due))
                                .orElseThrow();
        return Optional.of(
                new IncidentClock(
                        "contract-notice",
                        "Contract notice",
                        state(now, next, over, warnBefore),
                        "%s affected %s + %d h; %,d of %,d accounts told"
                                .formatted(
                                        next.account(),
                                        AT.format(next.since()),
                                        next.hours(),
                                        notices.size() - untold.size(),
                                        notices.size()),
                        "The account list, contract notice hours; met when each account is told"));
    }

    private static State state(
            Instant now, ContractNotice next, boolean over, Duration warnBefore) {
        if (next.toldAt() != null) {
            return new State.Met(next.due(), next.toldAt());
        }
        if (over) {
            return new State.NotApplicable("Nothing is owed once it is over");
        }
        var warnAt = next.due().minus(warnBefore);
        if (now.isAfter(next.due())) {
            return new State.Breached(next.due());
        }
        return now.isBefore(warnAt)
                ? new State.Running(next.due(), warnAt)
                : new State.Warned(next.due(), warnAt);
    }

    /** Time that was left when it was told; below zero if it was late. */
    private static Duration left(ContractNotice told) {
        return Duration.between(Objects.requireNonNull(told.toldAt()), told.due());
    }
}
