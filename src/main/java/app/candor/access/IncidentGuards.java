package app.candor.access;

import java.util.Optional;

/**
 * Looks up what guards an incident, for modules that hold only its id. The module that owns
 * incidents provides it.
 */
public interface IncidentGuards {

    /** Empty if there is no such incident. */
    Optional<GuardedIncident> find(String incidentId);

    /**
     * @param key as people say it
     */
    record GuardedIncident(String key, Guarded guarded) {}
}
