package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.Visibility;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** The desk for who takes part in an incident, and who may see it. */
@Service
public class Membership {
    private final Incidents incidents;
    private final Duties duties;
    private final Access access;
    private final People people;
    private final RefusedActs refused;
    private final Clock clock;

    Membership(
            Incidents incidents,
            Duties duties,
            Access access,
            People people,
            RefusedActs refused,
            Clock clock) {
        this.incidents = incidents;
        this.duties = duties;
        this.access = access;
        this.people = people;
        this.refused = refused;
        this.clock = clock;
    }

    /** "I am joining": the current person is on the list from now on. */
    public Incident join(String id) {
        return incidents.change(
                id,
                Act.JOIN,
                (incident, person) -> Staffing.join(incident, person.id(), clock.instant()));
    }

    /**
     * Asks the commander to be let into an incident whose details are closed; asked twice, it is
     * asked once.
     *
     * @throws Refused if the current person can read it already
     */
    public void askToJoin(String id) {
        var incident = incidents.get(id);
        var person = people.current();
        if (access.may(Act.READ, incident.guarded())) {
            throw new Refused("You can read " + incident.key() + " already.");
        }
        var commander = incident.commander();
        duties.owe(
                new Duty(
                        asking(id, person.id()),
                        "access",
                        id,
                        incident.guarded(),
                        "Let " + person.name() + " into " + incident.key() + ", or say no",
                        incident.path() + "/access",
                        commander,
                        commander == null ? Role.COMMANDER : null,
                        null,
                        false,
                        new Duty.State.Open()));
    }

    /**
     * Passes a role on with a word about where things stand; its holder may, and who assigns roles.
     *
     * @param to person id
     * @throws NotFound if there is no such person
     * @throws Refused without a note, or if they hold it already
     */
    public Incident handOver(String id, IncidentRole role, String to, String note) {
        if (people.find(to).isEmpty()) {
            throw new NotFound();
        }
        var holds = people.current().id().equals(incidents.get(id).roles().get(role));
        return incidents.change(
                id,
                holds ? Act.JOIN : Act.ASSIGN_ROLES,
                (incident, person) -> {
                    if (holds && !person.id().equals(incident.roles().get(role))) {
                        throw new Refused("This role is somebody else's by now.");
                    }
                    return Staffing.handOver(incident, role, to, note);
                });
    }

    /**
     * Takes access back; their open pages close.
     *
     * @throws Refused while they hold a role
     */
    public Incident revoke(String id, String person) {
        return incidents.change(
                id, Act.GRANT_ACCESS, (incident, revoker) -> Staffing.revoke(incident, person));
    }

    /**
     * Opens it up, or closes it off; whoever does it stays in.
     *
     * @param from what the person saw: if it changed since, nothing is done
     */
    public Incident changeVisibility(String id, Visibility from, Visibility to) {
        return incidents.change(
                id,
                Act.OPEN_UP,
                (incident, person) -> {
                    if (incident.visibility() != from) {
                        throw new Refused("Somebody changed this meanwhile. Look again.");
                    }
                    return Staffing.visibility(incident, to, person.id());
                });
    }

    /**
     * An administrator lets themselves in. Members are told, and the log keeps it.
     *
     * @param key as typed
     * @throws Refused without a reason, or if there is nothing to break
     */
    public Incident breakGlass(String key, String reason) {
        return refused.recorded(
                Act.BREAK_GLASS_ACCESS,
                () -> {
                    var person = access.require(Act.BREAK_GLASS_ACCESS, Guarded.open());
                    var incident =
                            incidents
                                    .withKey(key)
                                    .orElseThrow(
                                            () -> new Refused("There is no incident " + key + "."));
                    return incidents.changeAsSystem(
                            incident.id(),
                            now -> Staffing.breakGlass(now, person.id(), reason, clock.instant()));
                });
    }

    static String asking(String incident, String person) {
        return "access:" + incident + ":" + person;
    }
}
