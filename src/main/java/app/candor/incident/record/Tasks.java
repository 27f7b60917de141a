package app.candor.incident.record;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import app.candor.notify.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The desk for tasks of an incident, and for everything else that is owed there. */
@Service
public class Tasks {
    /** The kind of duty that a task is. */
    public static final String KIND = "task";

    private static final int LONGEST_TITLE = 200;
    private static final Duration FURTHEST = Duration.ofDays(365);

    private final Duties duties;
    private final Incidents incidents;
    private final Access access;
    private final People people;
    private final Inbox inbox;
    private final RefusedActs refused;
    private final Clock clock;

    Tasks(
            Duties duties,
            Incidents incidents,
            Access access,
            People people,
            Inbox inbox,
            RefusedActs refused,
            Clock clock) {
        this.duties = duties;
        this.incidents = incidents;
        this.access = access;
        this.people = people;
        this.inbox = inbox;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * All that is owed in the incident: open first, most urgent first, then what is settled.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<Duty> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return duties.ofIncident(incidentId).stream()
                .sorted(
                        Comparator.comparing((Duty duty) -> !duty.isOpen())
                                .thenComparing(duty -> !duty.blocking())
                                .thenComparing(
                                        Duty::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * Gives somebody a task and tells them.
     *
     * @param owner person id; null leaves it to a role
     * @param role who may take it while nobody owns it
     * @param due UTC; null for no time; not in the past, at most a year ahead
     * @param blocking whether the incident stays open while it is not done
     * @throws Refused without words, an owner or a role, or if the owner may not see the incident
     */
    public Duty add(
            String incidentId,
            String title,
            @Nullable String owner,
            @Nullable Role role,
            @Nullable Instant due,
            boolean blocking) {
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var guarded = incidents.guarded(incidentId);
                    var person = access.require(Act.WRITE_DOCUMENT, guarded);
                    var incident = incidents.asSystem(incidentId);
                    if (incident.stage().isOver()) {
                        throw new Refused(incident.key() + " is over. Reopen it to add a task.");
                    }
                    requireOwner(incidentId, owner, role);
                    requireTime(due);
                    var id = KIND + ":" + UUID.randomUUID();
                    var task =
                            new Duty(
                                    id,
                                    KIND,
                                    incidentId,
                                    guarded,
                                    checked(title),
                                    incident.path() + "/tasks",
                                    owner,
                                    owner == null ? role : null,
                                    due,
                                    blocking,
                                    new Duty.State.Open());
                    duties.owe(task);
                    if (owner != null && !owner.equals(person.id())) {
                        inbox.tell(
                                id,
                                List.of(owner),
                                "A task in " + incident.key() + " is yours",
                                task.link());
                    }
                    return task;
                });
    }

    private void requireOwner(String incidentId, @Nullable String owner, @Nullable Role role) {
        if (owner == null && role == null) {
            throw new Refused("Say who does it: a person, or a role of which anybody may.");
        }
        if (owner == null) {
            return;
        }
        var person = people.find(owner).orElseThrow(NotFound::new);
        if (!access.may(person, Act.READ, incidents.guarded(incidentId))) {
            throw new Refused(
                    person.name()
                            + " has no access to this incident. Grant it first, then give them the"
                            + " task.");
        }
    }

    private void requireTime(@Nullable Instant due) {
        if (due == null) {
            return;
        }
        var now = clock.instant();
        if (due.isBefore(now)) {
            throw new Refused("That time is over. Give one that can still be kept.");
        }
        if (due.isAfter(now.plus(FURTHEST))) {
            throw new Refused("A task is due within a year.");
        }
    }

    private static String checked(String title) {
        var words = title.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            throw new Refused("Write what has to be done.");
        }
        if (words.length() > LONGEST_TITLE) {
            throw new Refused("One line of at most " + LONGEST_TITLE + " characters, please.");
        }
        return words;
    }
}
