package app.candor.incident;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.notify.Inbox;
import app.candor.policy.Policies;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes engineering owe an answer to every report, and tells the reporter what came of it. */
@Component
class FirstResponse {
    private final Incidents incidents;
    private final Duties duties;
    private final Inbox inbox;
    private final People people;
    private final Policies policies;

    FirstResponse(
            Incidents incidents, Duties duties, Inbox inbox, People people, Policies policies) {
        this.incidents = incidents;
        this.duties = duties;
        this.inbox = inbox;
        this.people = people;
        this.policies = policies;
    }

    @EventListener
    void reported(Told<IncidentReported> told) {
        var incident = incidents.asSystem(told.event().incidentId());
        duties.owe(
                new Duty(
                        dutyId(incident),
                        "respond",
                        incident.id(),
                        incident.guarded(),
                        "Confirm or dismiss " + incident.key(),
                        incident.path(),
                        null,
                        Role.ENGINEERING,
                        incident.reportedAt().plus(Duration.ofMinutes(policies.clocks().respond())),
                        false,
                        new Duty.State.Open()));
        var recipients = new LinkedHashSet<String>();
        for (var role : List.of(Role.ENGINEERING, Role.COMMANDER)) {
            people.holders(role).stream().map(Person::id).forEach(recipients::add);
        }
        recipients.remove(told.actor());
        inbox.tell(
                told.id(),
                recipients,
                incident.key() + " is suspected: confirm or dismiss it",
                incident.path());
    }

    @EventListener
    void confirmed(Told<IncidentConfirmed> told) {
        answered(told, told.event().incidentId(), "is confirmed as an incident");
    }

    @EventListener
    void dismissed(Told<IncidentDismissed> told) {
        answered(told, told.event().incidentId(), "is no incident; the reason is there");
    }

    @EventListener
    void assigned(Told<RoleAssigned> told) {
        var person = told.event().person();
        if (person != null && !person.equals(told.actor())) {
            var incident = incidents.asSystem(told.event().incidentId());
            inbox.tell(
                    told.id(),
                    List.of(person),
                    "You are "
                            + told.event().role().label().toLowerCase(java.util.Locale.UK)
                            + " of "
                            + incident.key(),
                    incident.path());
        }
    }

    private void answered(Told<?> told, String incidentId, String outcome) {
        var incident = incidents.asSystem(incidentId);
        duties.doneByItself(dutyId(incident));
        inbox.tell(
                told.id(),
                List.of(incident.reporter()),
                "Your report " + incident.key() + " " + outcome,
                incident.path());
    }

    private static String dutyId(Incident incident) {
        return "respond:" + incident.id();
    }
}
