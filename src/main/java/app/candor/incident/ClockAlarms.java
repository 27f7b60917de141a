package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.clocks.Alarm;
import app.candor.clocks.AlarmRang;
import app.candor.clocks.AlarmSource;
import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import app.candor.policy.Policies;
import app.candor.uikit.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warns those who owe something before it is due, and tells those above them once it is late. A due
 * time that moves is a clock of its own and warns anew.
 */
@Component
class ClockAlarms implements AlarmSource {
    private static final String KIND = "incident clock";
    private static final String WARNED = "warned";
    private static final String BREACHED = "breached";

    private final Incidents incidents;
    private final IncidentClocks clocks;
    private final IncidentTeams teams;
    private final Policies policies;
    private final People people;
    private final Access access;
    private final Inbox inbox;
    private final Clock clock;

    ClockAlarms(
            Incidents incidents,
            IncidentClocks clocks,
            IncidentTeams teams,
            Policies policies,
            People people,
            Access access,
            Inbox inbox,
            Clock clock) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.teams = teams;
        this.policies = policies;
        this.people = people;
        this.access = access;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<Alarm> due(Instant now) {
        return incidents.openAsSystem().stream()
                .flatMap(incident ->
                        clocks.asSystem(incident).stream()
                                .flatMap(owed -> alarm(incident, owed).stream()))
                .toList();
    }

    private static Optional<Alarm> alarm(Incident incident, IncidentClock owed) {
        return switch (owed.state()) {
            case State.Warned(var due, var warnAt) ->
                    Optional.of(alarm(incident, owed, due, WARNED));
            case State.Breached(var due) -> Optional.of(alarm(incident, owed, due, BREACHED));
            case State.Running running -> Optional.empty();
            case State.Met met -> Optional.empty();
            case State.NotApplicable none -> Optional.empty();
        };
    }

    private static Alarm alarm(Incident incident, IncidentClock owed, Instant due, String step) {
        return new Alarm(
                "clock:%s:%s:%d:%s".formatted(incident.id(), owed.key(), due.toEpochMilli(), step),
                KIND,
                incident.id(),
                Map.of(
                        "clock", owed.key(),
                        "title", owed.title(),
                        "due", due.toString(),
                        "step", step));
    }

    @EventListener
    void on(Told<AlarmRang> told) {
        var rang = told.event();
        if (!rang.kind().equals(KIND) || rang.incident() == null) {
            return;
        }
        var incident = incidents.asSystem(rang.incident());
        var due = Instant.parse(rang.facts().getOrDefault("due", told.at().toString()));
        var late = BREACHED.equals(rang.facts().get("step"));
        var title =
                "%s: %s %s %s"
                        .formatted(
                                incident.key(),
                                rang.facts().getOrDefault("title", "Something"),
                                late ? "is late, it was due" : "is due",
                                Times.near(due, clock.instant()));
        inbox.tell(
                told.id(),
                recipients(incident, rang.facts().getOrDefault("clock", ""), late),
                title,
                incident.path() + "/clocks",
                late ? Urgency.ESCALATED : Urgency.ASKED);
    }

    private Set<String> recipients(Incident incident, String clockKey, boolean late) {
        var told = new LinkedHashSet<String>();
        switch (clockKey) {
            case "respond" -> told.addAll(onDuty(incident, Role.ENGINEERING));
            case "contract-notice" ->
                    told.addAll(held(incident, IncidentRole.SUPPORT_LEAD, Role.SUPPORT));
            case "caught-up" ->
                    told.addAll(held(incident, IncidentRole.ENGINEERING_LEAD, Role.ENGINEERING));
            default -> told.addAll(held(incident, IncidentRole.COMMS_LEAD, Role.COMMS_LEAD));
        }
        told.addAll(held(incident, IncidentRole.COMMANDER, Role.COMMANDER));
        if (late) {
            told.addAll(held(incident, IncidentRole.EXECUTIVE_SPONSOR, Role.LEADERSHIP));
        }
        told.removeIf(id -> !mayRead(incident, id));
        return told;
    }

    /** Who holds it on this incident; while it is vacant, who is on duty for the role. */
    private Collection<String> held(Incident incident, IncidentRole held, Role role) {
        var person = incident.roles().get(held);
        return person == null ? onDuty(incident, role) : List.of(person);
    }

    private Collection<String> onDuty(Incident incident, Role role) {
        var asked =
                policies.roster()
                        .asked(
                                role,
                                clock.instant(),
                                teams.of(incident.id()),
                                id -> mayRead(incident, id));
        return asked.isEmpty() ? people.holders(role).stream().map(Person::id).toList() : asked;
    }

    private boolean mayRead(Incident incident, String id) {
        return people.find(id)
                .filter(person -> access.may(person, Act.READ, incident.guarded()))
                .isPresent();
    }
}
