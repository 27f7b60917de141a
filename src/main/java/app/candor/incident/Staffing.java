package app.candor.incident;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who does what on an incident, and who may see a restricted one. */
final class Staffing {
    private Staffing() {}

    /**
     * Gives a role to somebody, or takes it back with null; whoever gets one may see everything.
     */
    static Change<Incident> assign(Incident incident, IncidentRole role, @Nullable String person) {
        Lifecycle.requireNotOver(incident, "staffed");
        if (Objects.equals(incident.roles().get(role), person)) {
            return Change.of(incident);
        }
        var next = new Next(incident).role(role, person);
        if (person != null) {
            next.member(person);
        }
        return next.telling(new RoleAssigned(incident.id(), role, person));
    }

    static Change<Incident> grant(Incident incident, String person) {
        if (incident.members().contains(person)) {
            return Change.of(incident);
        }
        return new Next(incident).member(person).telling(new AccessGranted(incident.id(), person));
    }

    static Change<Incident> waive(Incident incident, Audience audience, String reason) {
        if (reason.isBlank()) {
            throw new Refused("Say why nobody is told.");
        }
        return new Next(incident)
                .waive(audience, reason.strip())
                .telling(new NoticeWaived(incident.id(), audience));
    }

    static Change<Incident> released(Incident incident, Incident.Release release) {
        if (incident.releases().contains(release)) {
            return Change.of(incident);
        }
        return new Next(incident)
                .release(release)
                .telling(
                        new UpdateReleased(
                                incident.id(),
                                release.audience(),
                                release.at(),
                                release.nextUpdateAt()));
    }
}
