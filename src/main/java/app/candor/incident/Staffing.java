package app.candor.incident;

import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import app.candor.incident.Incident.Grant.How;
import java.time.Instant;
import java.util.ArrayList;
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

    static Change<Incident> grant(Incident incident, Incident.Grant grant) {
        if (incident.members().contains(grant.person())) {
            return Change.of(incident);
        }
        return new Next(incident)
                .granted(grant)
                .telling(new AccessGranted(incident.id(), grant.person()));
    }

    /** Puts somebody on the list of those who work on it. */
    static Change<Incident> join(Incident incident, String person, Instant now) {
        Lifecycle.requireNotOver(incident, "joined");
        var joined =
                incident.grants().stream()
                        .anyMatch(one -> one.person().equals(person) && one.how() == How.JOINED);
        if (joined || incident.roles().containsValue(person)) {
            return Change.of(incident);
        }
        return new Next(incident)
                .granted(new Incident.Grant(person, person, now, How.JOINED, ""))
                .telling(new PersonJoined(incident.id(), person));
    }

    /** Takes access back; whoever holds a role keeps it until the role is somebody else's. */
    static Change<Incident> revoke(Incident incident, String person) {
        if (!incident.members().contains(person)) {
            return Change.of(incident);
        }
        if (incident.roles().containsValue(person)) {
            throw new Refused(
                    "They hold a role on " + incident.key() + ". Give it to somebody else first.");
        }
        return new Next(incident).leaves(person).telling(new AccessRevoked(incident.id(), person));
    }

    static Change<Incident> breakGlass(
            Incident incident, String person, String reason, Instant now) {
        if (reason.isBlank()) {
            throw new Refused("Say why. Every member is told, and the audit log keeps it.");
        }
        if (incident.visibility() == Visibility.OPEN || incident.members().contains(person)) {
            throw new Refused("You can read " + incident.key() + " as it is. Nothing was broken.");
        }
        return new Next(incident)
                .granted(new Incident.Grant(person, person, now, How.BREAK_GLASS, reason.strip()))
                .telling(new GlassBroken(incident.id(), person));
    }

    /** The role goes on with a word about where things stand. */
    static Change<Incident> handOver(Incident incident, IncidentRole role, String to, String note) {
        if (note.isBlank()) {
            throw new Refused("Say where things stand, so that the next one can go on.");
        }
        if (Objects.equals(incident.roles().get(role), to)) {
            throw new Refused("They hold this role already.");
        }
        var assigned = assign(incident, role, to);
        var events = new ArrayList<DomainEvent>(assigned.events());
        events.add(new RoleHandedOver(incident.id(), role, to, note.strip()));
        return new Change<>(assigned.state(), events);
    }

    /**
     * @param by person id of who does it, who stays in
     */
    static Change<Incident> visibility(Incident incident, Visibility to, String by) {
        var from = incident.visibility();
        if (from == to) {
            return Change.of(incident);
        }
        return new Next(incident)
                .visibility(to)
                .member(by)
                .telling(new VisibilityChanged(incident.id(), from, to));
    }

    /** Whoever closes an incident off by what they do stays in. */
    static Change<Incident> keepingIn(Change<Incident> change, String by) {
        var state = change.state();
        if (state.visibility() == Visibility.OPEN || state.members().contains(by)) {
            return change;
        }
        return new Change<>(new Next(state).member(by).telling().state(), change.events());
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
