package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.clocks.ClockEngine;
import app.candor.clocks.ContractClock;
import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentTimes;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an incident owes by when: its times handed to the clock engine. */
@Service
public class IncidentClocks {
    private final Facts facts;
    private final NoticesOwed notices;
    private final Policies policies;
    private final Access access;
    private final Clock clock;

    IncidentClocks(
            Facts facts, NoticesOwed notices, Policies policies, Access access, Clock clock) {
        this.facts = facts;
        this.notices = notices;
        this.policies = policies;
        this.access = access;
        this.clock = clock;
    }

    /**
     * All clocks as they stand now.
     *
     * @throws NotFound if the current person may not know of the incident
     */
    public List<IncidentClock> of(Incident incident) {
        access.require(Act.SEE_EXISTENCE, incident.guarded());
        return asSystem(incident);
    }

    /** As {@link #of} without asking who reads. */
    public List<IncidentClock> asSystem(Incident incident) {
        var policy = policies.clocks();
        var now = clock.instant();
        var all = new ArrayList<>(new ClockEngine(policy).at(now, times(incident)));
        ContractClock.at(
                        now,
                        notices.notices(incident.id()),
                        incident.stage().isOver(),
                        Duration.ofMinutes(policy.warnBefore()))
                .ifPresent(all::add);
        return List.copyOf(all);
    }

    private IncidentTimes times(Incident incident) {
        var known = facts.asSystem(incident.id());
        return new IncidentTimes(
                incident.reportedAt(),
                incident.confirmedAt(),
                incident.declaredAt(),
                incident.severity(),
                incident.stage().key(),
                incident.stage().isBurning(),
                incident.stage().isOver(),
                incident.releases().stream().map(IncidentClocks::update).toList(),
                waived(incident.waived()),
                time(known, FactKey.CAUGHT_UP_BY),
                time(known, FactKey.CAUGHT_UP));
    }

    private static IncidentTimes.Update update(Incident.Release release) {
        return new IncidentTimes.Update(
                to(release.audience()), release.at(), release.nextUpdateAt());
    }

    private static Map<IncidentTimes.To, String> waived(Map<Audience, String> waived) {
        return waived.entrySet().stream()
                .collect(Collectors.toMap(one -> to(one.getKey()), Map.Entry::getValue));
    }

    private static IncidentTimes.To to(Audience audience) {
        return switch (audience) {
            case CUSTOMERS -> IncidentTimes.To.CUSTOMERS;
            case STAFF -> IncidentTimes.To.STAFF;
        };
    }

    private static @Nullable Instant time(List<Fact> facts, FactKey key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key.key()) && !fact.unknown())
                .map(fact -> Instant.parse(fact.raw()))
                .findFirst()
                .orElse(null);
    }
}
