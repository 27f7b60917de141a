package app.candor.incident.regulatory;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.audit.Told;
import app.candor.clocks.Alarm;
import app.candor.clocks.AlarmRang;
import app.candor.clocks.AlarmSource;
import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.clocks.RegulatoryClocks;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import app.candor.policy.Policies;
import app.candor.policy.RegulatoryPolicy.Rule;
import app.candor.uikit.Times;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The desk where Legal starts regulators' clocks for an incident; warns before each is due. */
@Service
public class Regulators implements AlarmSource {
    private static final String KIND = "regulator's clock";

    private final AggregateStore<Filings> store;
    private final Incidents incidents;
    private final Policies policies;
    private final People people;
    private final Access access;
    private final RefusedActs refused;
    private final Inbox inbox;
    private final Clock clock;

    Regulators(
            AggregateStores stores,
            Incidents incidents,
            Policies policies,
            People people,
            Access access,
            RefusedActs refused,
            Inbox inbox,
            Clock clock) {
        this.store = stores.of("regulatory_filings", Filings.class);
        this.incidents = incidents;
        this.policies = policies;
        this.people = people;
        this.access = access;
        this.refused = refused;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The rules of the policy in force, active or not. */
    public List<Rule> rules() {
        return policies.regulatory().rules();
    }

    /**
     * @throws NotFound if the current person may not read the incident
     */
    public Filings of(String incident) {
        access.require(Act.READ, incidents.guarded(incident));
        return store.find(incident).orElse(Filings.none(incident));
    }

    /**
     * The clocks of an active rule; none while it is off.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<IncidentClock> clocks(String incident, Rule rule) {
        return clocks(of(incident), rule);
    }

    /**
     * @param note why it applies
     * @throws Refused without the legal role, without a note, or if it is active already
     */
    public void activate(String incident, String rule, String note) {
        change(
                incident,
                rule,
                (filings, one) -> filings.activate(one, note, people.current(), clock.instant()));
    }

    /**
     * Says when something happened that a rule counts from; again, if it turns out otherwise.
     *
     * @throws Refused without the legal role, or if it lies in the future
     */
    public void date(String incident, String rule, String trigger, Instant at) {
        change(incident, rule, (filings, one) -> filings.date(one, trigger, at, clock.instant()));
    }

    /**
     * Records that something was submitted; Candor itself submits nothing.
     *
     * @throws Refused without the legal role, or if it lies in the future
     */
    public void submitted(
            String incident, String rule, String stage, Instant at, String reference) {
        change(
                incident,
                rule,
                (filings, one) ->
                        filings.submitted(
                                one, stage, at, reference, people.current(), clock.instant()));
    }

    @Override
    public List<Alarm> due(Instant now) {
        var rules = rules();
        return store.where(Filters.empty(), null, 0).stream()
                .flatMap(filings ->
                        rules.stream()
                                .flatMap(rule -> clocks(filings, rule).stream())
                                .flatMap(owed -> alarm(filings.incident(), owed).stream()))
                .toList();
    }

    private static Optional<Alarm> alarm(String incident, IncidentClock owed) {
        return switch (owed.state()) {
            case State.Warned(var due, var warnAt) ->
                    Optional.of(alarm(incident, owed, due, false));
            case State.Breached(var due) -> Optional.of(alarm(incident, owed, due, true));
            case State.Running running -> Optional.empty();
            case State.Met met -> Optional.empty();
            case State.NotApplicable none -> Optional.empty();
        };
    }

    private static Alarm alarm(String incident, IncidentClock owed, Instant due, boolean late) {
        return new Alarm(
                "regulator:%s:%s:%d:%s".formatted(incident, owed.key(), due.toEpochMilli(), late),
                KIND,
                incident,
                Map.of(
                        "title", owed.title(),
                        "due", due.toString(),
                        "late", Boolean.toString(late)));
    }

    @EventListener
    void on(Told<AlarmRang> told) {
        var rang = told.event();
        if (!rang.kind().equals(KIND) || rang.incident() == null) {
            return;
        }
        var incident = incidents.asSystem(rang.incident());
        var late = Boolean.parseBoolean(rang.facts().get("late"));
        var counsel =
                people.holders(Role.LEGAL).stream()
                        .filter(person -> access.may(person, Act.READ, incident.guarded()))
                        .map(Person::id)
                        .collect(Collectors.toSet());
        inbox.tell(
                told.id(),
                counsel,
                "%s: %s %s %s"
                        .formatted(
                                incident.key(),
                                rang.facts().get("title"),
                                late ? "is late, it was due" : "is due",
                                Times.near(
                                        Instant.parse(rang.facts().getOrDefault("due", "")),
                                        clock.instant())),
                incident.path() + "/clocks",
                late ? Urgency.ESCALATED : Urgency.ASKED);
    }

    private List<IncidentClock> clocks(Filings filings, Rule rule) {
        var active = filings.active().get(rule.key());
        if (active == null) {
            return List.of();
        }
        var sent =
                active.sent().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().at()));
        return new RegulatoryClocks(policies.regulatory())
                .at(clock.instant(), rule, active.dated(), sent);
    }

    private void change(
            String incident, String key, BiFunction<Filings, Rule, Change<Filings>> transition) {
        refused.recorded(
                incident,
                Act.START_REGULATORY,
                () -> {
                    access.require(Act.START_REGULATORY, incidents.guarded(incident));
                    var rule =
                            rules().stream()
                                    .filter(one -> one.key().equals(key))
                                    .findFirst()
                                    .orElseThrow(NotFound::new);
                    begun(incident);
                    return store.change(incident, filings -> transition.apply(filings, rule));
                });
    }

    private void begun(String incident) {
        if (store.find(incident).isPresent()) {
            return;
        }
        try {
            store.insert(incident, Change.of(Filings.none(incident)));
        } catch (DuplicateKeyException somebodyElseDid) {
            return;
        }
    }
}
