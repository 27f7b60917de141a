package app.candor.incident.customers;

import app.candor.audit.Told;
import app.candor.incident.IncidentMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tickets follow an incident that is merged: nobody who asked is dropped. */
@Component
class MergedTickets {
    private final Tickets tickets;

    MergedTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    @EventListener
    void on(Told<IncidentMerged> told) {
        tickets.move(told.event().incidentId(), told.event().into());
    }
}
