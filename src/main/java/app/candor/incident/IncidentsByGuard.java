package app.candor.incident;

import app.candor.access.IncidentGuards;
import app.candor.access.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells modules that hold only an incident's id who may see what belongs to it. */
@Component
class IncidentsByGuard implements IncidentGuards {
    private final Incidents incidents;

    IncidentsByGuard(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Optional<GuardedIncident> find(String incidentId) {
        try {
            var incident = incidents.asSystem(incidentId);
            return Optional.of(new GuardedIncident(incident.key(), incident.guarded()));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }
}
