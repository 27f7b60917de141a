package app.candor.incident.customers;

import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Owes everybody who asked in a ticket two answers; both hold the incident open. */
@Component
class RequestorDuties {
    private final Tickets tickets;
    private final Duties duties;
    private final Incidents incidents;
    private final Policies policies;

    RequestorDuties(Tickets tickets, Duties duties, Incidents incidents, Policies policies) {
        this.tickets = tickets;
        this.duties = duties;
        this.incidents = incidents;
        this.policies = policies;
    }

    @EventListener
    void on(Told<Ticket.TicketChanged> told) {
        var ticket = tickets.asSystem(told.event().ticket());
        var incident = incidents.asSystem(ticket.incidentId());
        var answerBy = ticket.linkedAt().plus(Duration.ofMinutes(policies.clocks().respond()));
        for (var requestor : ticket.requestors()) {
            owe(ticket, requestor, incident, Tickets.Answer.CRITICAL, answerBy);
            owe(ticket, requestor, incident, Tickets.Answer.RESOLVED, null);
        }
    }

    private void owe(
            Ticket ticket,
            Ticket.Requestor requestor,
            Incident incident,
            Tickets.Answer answer,
            @Nullable Instant due) {
        var id = answer.duty(ticket, requestor);
        var link = incident.path() + "/tickets";
        duties.owe(
                new Duty(
                        id,
                        answer.kind(),
                        incident.id(),
                        incident.guarded(),
                        "Tell "
                                + requestor.name()
                                + " ("
                                + ticket.reference()
                                + ") that it is "
                                + answer.phrase(),
                        link,
                        null,
                        Role.SUPPORT,
                        due,
                        true,
                        new Duty.State.Open()));
        if (duties.find(id).filter(duty -> !incident.id().equals(duty.incident())).isPresent()) {
            duties.move(id, incident.id(), incident.guarded(), link);
        }
    }
}
