package app.candor.incident.customers;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.duties.DutyChanged;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nobody who heard that it is open stays without hearing that it is resolved: each customer success
 * manager with such accounts owes one duty that holds the incident open.
 */
@Component
class ResolvedDuties {
    static final String KIND = "tell-resolved";

    private final Customers customers;
    private final Duties duties;
    private final Incidents incidents;
    private final People people;

    ResolvedDuties(Customers customers, Duties duties, Incidents incidents, People people) {
        this.customers = customers;
        this.duties = duties;
        this.incidents = incidents;
        this.people = people;
    }

    @EventListener
    void on(Told<Telling.AccountsTold> told) {
        var incident = incidents.asSystem(told.event().incidentId());
        var owing = customers.statesAsSystem(incident.id()).owingResolved();
        var owed =
                duties.ofIncident(incident.id()).stream()
                        .filter(duty -> duty.kind().equals(KIND))
                        .toList();
        for (var duty : owed) {
            if (duty.isOpen() && owing.keySet().stream().noneMatch(csm -> isOf(duty, csm))) {
                duties.doneByItself(duty.id());
            }
        }
        for (var csm : owing.keySet()) {
            var theirs = owed.stream().filter(duty -> isOf(duty, csm)).toList();
            if (theirs.stream().noneMatch(Duty::isOpen) && newSince(theirs, told)) {
                duties.owe(duty(incident, csm, theirs.size()));
            }
        }
    }

    /** Ticked off by hand: whoever did that says that all of them were told. */
    @EventListener
    void ticked(Told<DutyChanged> told) {
        if (!told.event().kind().equals(KIND) || !told.event().what().equals("done")) {
            return;
        }
        var duty = duties.find(told.event().duty()).orElse(null);
        var incident = told.event().incident();
        if (duty == null || incident == null) {
            return;
        }
        var accounts =
                customers.statesAsSystem(incident).owingResolved().entrySet().stream()
                        .filter(owing -> isOf(duty, owing.getKey()))
                        .flatMap(owing -> owing.getValue().stream())
                        .map(Telling.Account::id)
                        .toList();
        customers.recordTold(
                "duty:" + duty.id(),
                incident,
                accounts,
                Telling.What.RESOLVED,
                "ticked off as told",
                null,
                told.actor(),
                told.at());
    }

    /** What two people set aside is not owed again for the same telling. */
    private static boolean newSince(List<Duty> settled, Told<Telling.AccountsTold> told) {
        var last =
                settled.stream()
                        .map(ResolvedDuties::settledAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.MIN);
        return told.at().isAfter(last) && told.event().what() != Telling.What.RESOLVED;
    }

    private static Instant settledAt(Duty duty) {
        return switch (duty.state()) {
            case Duty.State.Done done -> done.at();
            case Duty.State.SetAside aside -> aside.at();
            case Duty.State.Open open -> Instant.MIN;
            case Duty.State.AsideProposed asked -> Instant.MIN;
        };
    }

    private Duty duty(Incident incident, String csm, int number) {
        var owner = owner(csm);
        return new Duty(
                KIND + ":" + incident.id() + ":" + number + ":" + mark(csm),
                KIND,
                incident.id(),
                incident.guarded(),
                "Tell "
                        + (csm.isEmpty() ? "the accounts without a CSM" : "the accounts of " + csm)
                        + " that "
                        + incident.key()
                        + " is resolved",
                incident.path() + "/accounts",
                owner,
                owner == null ? Role.SUPPORT : null,
                null,
                true,
                new Duty.State.Open());
    }

    private @Nullable String owner(String csm) {
        return people.all().stream()
                .filter(person -> person.name().equalsIgnoreCase(csm))
                .map(Person::id)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(Duty duty, String csm) {
        return duty.id().endsWith(":" + mark(csm));
    }

    /** Names stay out of ids, which the audit log keeps for ever. */
    private static String mark(String csm) {
        return UUID.nameUUIDFromBytes(csm.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
