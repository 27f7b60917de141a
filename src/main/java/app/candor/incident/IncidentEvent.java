package app.candor.incident;

import app.candor.audit.DomainEvent;

/** Something that happened to one incident. */
public interface IncidentEvent extends DomainEvent {
    String incidentId();

    @Override
    default String subject() {
        return "incident:" + incidentId();
    }

    @Override
    default String incident() {
        return incidentId();
    }
}
