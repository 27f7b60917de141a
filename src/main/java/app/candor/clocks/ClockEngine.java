package app.candor.clocks;

import app.candor.clocks.IncidentClock.State;
import app.candor.clocks.IncidentTimes.To;
import app.candor.policy.ClockPolicy;
import app.candor.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out every clock of an incident from its times, the policy and the time it is asked. */
public final class ClockEngine {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final String POLICY = "Clock policy";

    private final ClockPolicy policy;

    public ClockEngine(ClockPolicy policy) {
        this.policy = policy;
    }

    /** All clocks, those that somebody has to act on in the order of the incident's life. */
    public List<IncidentClock> at(Instant now, IncidentTimes times) {
        var clocks = new ArrayList<IncidentClock>();
        clocks.add(respond(now, times));
        clocks.add(firstNotice(now, times));
        clocks.add(customerUpdate(now, times));
        clocks.add(staffUpdate(now, times));
        if (times.caughtUpBy() != null) {
            clocks.add(caughtUp(now, times, times.caughtUpBy()));
        }
        return List.copyOf(clocks);
    }

    private IncidentClock respond(Instant now, IncidentTimes times) {
        var due = times.reportedAt().plus(minutes(policy.respond()));
        return new IncidentClock(
                "respond",
                "Response to the report",
                owed(now, due, times.respondedAt()),
                "reported " + AT.format(times.reportedAt()) + " + " + policy.respond() + " min",
                POLICY + ", respond; met by confirm or dismiss");
    }

    private IncidentClock firstNotice(Instant now, IncidentTimes times) {
        var key = "first-notice";
        var title = "First notice";
        var source = POLICY + ", first notice by severity; met by the first release to customers";
        var declared = times.declaredAt();
        var severity = times.severity();
        if (declared == null || severity == null) {
            return none(key, title, source, "Starts when the incident is declared");
        }
        var sent = times.first(To.CUSTOMERS).map(IncidentTimes.Update::at).orElse(null);
        var waived = waived(times, To.CUSTOMERS);
        if (sent == null && waived.isPresent()) {
            return none(key, title, source, waived.get());
        }
        var allowed = policy.firstNotice().get(severity);
        if (allowed == null) {
            return none(key, title, source, severity + " owes no first notice");
        }
        if (sent == null && !times.burning()) {
            return none(key, title, source, "Nothing is owed while it is " + times.stage());
        }
        return new IncidentClock(
                key,
                title,
                owed(now, declared.plus(minutes(allowed)), sent),
                "declared " + AT.format(declared) + " + " + allowed + " min (" + severity + ")",
                source);
    }

    private IncidentClock customerUpdate(Instant now, IncidentTimes times) {
        var key = "customer-update";
        var title = "Customer update";
        var source = POLICY + ", cadence by severity and stage; met by the next release";
        var last = times.last(To.CUSTOMERS).orElse(null);
        var severity = times.severity();
        if (last == null || severity == null) {
            return none(key, title, source, "Starts with the first notice");
        }
        if (!times.burning()) {
            return none(key, title, source, "Nothing is owed while it is " + times.stage());
        }
        if (last.promised() != null) {
            return new IncidentClock(
                    key,
                    title,
                    owed(now, last.promised(), null),
                    "promised by the update of " + AT.format(last.at()),
                    "The released text itself; met by the next release");
        }
        return byCadence(now, times, severity, last.at(), source);
    }

    private IncidentClock byCadence(
            Instant now, IncidentTimes times, Severity severity, Instant last, String source) {
        var interval = policy.cadence().getOrDefault(severity, Map.of()).get(times.stage());
        if (interval == null) {
            return none(
                    "customer-update",
                    "Customer update",
                    source,
                    severity + " has no cadence while " + times.stage());
        }
        return new IncidentClock(
                "customer-update",
                "Customer update",
                owed(now, last.plus(minutes(interval)), null),
                "last update "
                        + AT.format(last)
                        + " + "
                        + interval
                        + " min ("
                        + severity
                        + ", "
                        + times.stage()
                        + ")",
                source);
    }

    private IncidentClock staffUpdate(Instant now, IncidentTimes times) {
        var key = "staff-update";
        var title = "Staff update";
        var source = POLICY + ", staff update; met by a release to staff";
        var declared = times.declaredAt();
        if (declared == null) {
            return none(key, title, source, "Starts when the incident is declared");
        }
        if (!times.burning()) {
            return none(key, title, source, "Nothing is owed while it is " + times.stage());
        }
        var waived = waived(times, To.STAFF);
        if (waived.isPresent()) {
            return none(key, title, source, waived.get());
        }
        var last = times.last(To.STAFF).orElse(null);
        var promised = last == null ? null : last.promised();
        var from = last == null ? declared : last.at();
        var due = promised == null ? from.plus(minutes(policy.staffUpdate())) : promised;
        var formula =
                promised == null
                        ? (last == null ? "declared " : "last update ")
                                + AT.format(from)
                                + " + "
                                + policy.staffUpdate()
                                + " min"
                        : "promised by the update of " + AT.format(from);
        return new IncidentClock(key, title, owed(now, due, null), formula, source);
    }

    private IncidentClock caughtUp(Instant now, IncidentTimes times, Instant due) {
        return new IncidentClock(
                "caught-up",
                "Caught up",
                times.over() && times.caughtUpAt() == null
                        ? new State.NotApplicable("Nothing is owed while it is " + times.stage())
                        : owed(now, due, times.caughtUpAt()),
                "fact “caught up by”",
                "The facts ledger; met by the fact “caught up”");
    }

    private State owed(Instant now, Instant due, @Nullable Instant metAt) {
        if (metAt != null) {
            return new State.Met(due, metAt);
        }
        if (now.isAfter(due)) {
            return new State.Breached(due);
        }
        var warnAt = due.minus(minutes(policy.warnBefore()));
        return now.isBefore(warnAt)
                ? new State.Running(due, warnAt)
                : new State.Warned(due, warnAt);
    }

    private static IncidentClock none(String key, String title, String source, String reason) {
        return new IncidentClock(key, title, new State.NotApplicable(reason), reason, source);
    }

    private static Optional<String> waived(IncidentTimes times, To to) {
        return Optional.ofNullable(times.waived().get(to));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
