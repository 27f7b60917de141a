package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.audit.OwedEvents;
import app.candor.duties.Duties;
import app.candor.policy.Severity;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk where incidents are reported, declared, staffed and moved. Every act asks {@link Access}
 * in the same write, and a refused one is in the audit log before the answer.
 */
@Service
public class Incidents {
    private static final int KEY_ATTEMPTS = 20;

    private final AggregateStore<Incident> store;
    private final Access access;
    private final People people;
    private final Duties duties;
    private final OwedEvents owed;
    private final RefusedActs refused;
    private final Clock clock;

    Incidents(
            AggregateStores stores,
            MongoTemplate mongo,
            Access access,
            People people,
            Duties duties,
            OwedEvents owed,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("incidents", Incident.class);
        this.access = access;
        this.people = people;
        this.duties = duties;
        this.owed = owed;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("incidents")
                .createIndex(new Index().on("state.key", Sort.Direction.ASC).unique());
        mongo.indexOps("incidents")
                .createIndex(new Index().on("state.reportedAt", Sort.Direction.DESC));
    }

    /**
     * Puts a suspicion on record.
     *
     * @param what one line, 1 to 200 characters
     * @throws Refused if the line is empty or too long
     */
    public Incident report(String what, Source source) {
        var reporter = people.current();
        for (var attempt = 1; ; attempt++) {
            var id = IncidentKeys.randomId();
            try {
                return store.insert(
                        id,
                        Lifecycle.report(
                                id,
                                IncidentKeys.random(),
                                what,
                                source,
                                reporter.id(),
                                clock.instant()));
            } catch (DuplicateKeyException keyTaken) {
                if (attempt == KEY_ATTEMPTS) {
                    throw keyTaken;
                }
            }
        }
    }

    /**
     * Renames it, so that a title says what is known now.
     *
     * @throws Refused if the title is empty or too long, or the incident is over
     */
    public Incident rename(String id, String title) {
        return change(id, Act.DECLARE, (incident, person) -> Lifecycle.rename(incident, title));
    }

    /**
     * Engineering says that it is one.
     *
     * @param criteria which criteria it meets, in words
     * @throws Refused unless it is suspected
     */
    public Incident confirm(String id, List<String> criteria) {
        return change(
                id,
                Act.CONFIRM,
                (incident, person) -> Lifecycle.confirm(incident, criteria, clock.instant()));
    }

    /**
     * @throws Refused unless it is suspected, or without a reason
     */
    public Incident dismiss(String id, String reason) {
        return change(
                id,
                Act.CONFIRM,
                (incident, person) -> Lifecycle.dismiss(incident, reason, clock.instant()));
    }

    /**
     * Gives it a severity and a type; confirms a suspicion by the same act.
     *
     * @throws Refused if it is declared already or over
     */
    public Incident declare(String id, Declaration said) {
        return change(
                id,
                Act.DECLARE,
                (incident, person) ->
                        Lifecycle.declare(incident, said, person.id(), clock.instant()));
    }

    /**
     * Raises it, or moves it within its class.
     *
     * @throws Refused if that lowers the class: see {@link #proposeLower}
     */
    public Incident changeSeverity(String id, Severity severity, IncidentType type) {
        return change(
                id,
                Act.DECLARE,
                (incident, person) ->
                        Staffing.keepingIn(
                                Severities.change(incident, severity, type), person.id()));
    }

    /**
     * First half of lowering the class or retyping a security incident.
     *
     * @throws Refused if it lowers nothing, or without a reason
     */
    public Incident proposeLower(String id, Severity severity, IncidentType type, String reason) {
        return change(
                id,
                Act.LOWER_CLASS,
                (incident, person) ->
                        Severities.proposeLower(
                                incident, severity, type, reason, person.id(), clock.instant()));
    }

    /**
     * Second half, by somebody from legal or senior leadership.
     *
     * @throws Refused if nothing was proposed, or by the same person
     */
    public Incident agreeLower(String id) {
        return change(
                id,
                Act.SECOND_LOWER_CLASS,
                (incident, person) -> Severities.agreeLower(incident, person.id()));
    }

    /**
     * @throws Refused if nothing was proposed
     */
    public Incident declineLower(String id) {
        return change(
                id,
                Act.SECOND_LOWER_CLASS,
                (incident, person) -> Severities.declineLower(incident));
    }

    /**
     * Moves it to another stage.
     *
     * @throws Refused if that stage does not follow, or it should close while blocking duties are
     *     open: the message lists them
     */
    public Incident setStage(String id, Stage stage) {
        return stage == Stage.CLOSED
                ? change(id, Act.CLOSE, (incident, person) -> close(incident))
                : change(
                        id,
                        Act.SET_STAGE,
                        (incident, person) ->
                                Lifecycle.stage(incident, stage, List.of(), clock.instant()));
    }

    /** A release or a changed answer may owe a duty that is not written yet: that comes first. */
    private Change<Incident> close(Incident incident) {
        if (!owed.tellNow(incident.id())) {
            throw new Refused(
                    incident.key()
                            + " stays open: something that just happened has not reached everybody."
                            + " Try again in a minute.");
        }
        return Lifecycle.stage(
                incident, Stage.CLOSED, duties.blocking(incident.id()), clock.instant());
    }

    /**
     * Makes the current person commander, also of an incident whose details they cannot see yet.
     */
    public Incident takeCommand(String id) {
        return audited(
                id,
                Act.TAKE_COMMAND,
                () ->
                        store.change(
                                id,
                                incident -> {
                                    var person =
                                            access.require(Act.TAKE_COMMAND, atLeastSeen(incident));
                                    return Staffing.assign(
                                            incident, IncidentRole.COMMANDER, person.id());
                                }));
    }

    /**
     * Gives a role of this incident to somebody, who may see all of it from then on.
     *
     * @param person whose it is; null takes it back
     * @throws NotFound if there is no such person
     */
    public Incident assignRole(String id, IncidentRole role, @Nullable String person) {
        if (person != null) {
            requireKnown(person);
        }
        return change(
                id,
                Act.ASSIGN_ROLES,
                (incident, assigner) -> Staffing.assign(incident, role, person));
    }

    /** Lets somebody see a restricted incident. */
    public Incident grantAccess(String id, String person) {
        requireKnown(person);
        return change(
                id,
                Act.GRANT_ACCESS,
                (incident, granter) ->
                        Staffing.grant(
                                incident,
                                new Incident.Grant(
                                        person,
                                        granter.id(),
                                        clock.instant(),
                                        Incident.Grant.How.GRANTED,
                                        "")));
    }

    /**
     * Opens it again, dismissed or over.
     *
     * @throws Refused if it is open, or without a reason
     */
    public Incident reopen(String id, String reason) {
        return change(
                id,
                Act.DECLARE,
                (incident, person) -> Lifecycle.reopen(incident, reason, clock.instant()));
    }

    /**
     * Makes it part of another one: what is owed goes on there.
     *
     * @param into key of the other one, as typed
     * @throws Refused if either is over, or texts were released under this one
     */
    public Incident merge(String id, String into) {
        var other = byKey(into);
        return change(
                id,
                Act.CONFIRM,
                (incident, person) -> {
                    access.require(Act.CONFIRM, other.guarded());
                    return Lifecycle.merge(incident, other, clock.instant());
                });
    }

    /**
     * A text reached an audience: its clocks are met, and start again. Told by the module that
     * released it, after it asked whether that may be; a repeat changes nothing.
     *
     * @param nextUpdateAt what the text promised; null if nothing
     */
    public Incident recordRelease(
            String id,
            Audience audience,
            Incident.Release.Means means,
            Instant at,
            @Nullable Instant nextUpdateAt) {
        var release = new Incident.Release(audience, means, at, nextUpdateAt);
        return store.change(id, incident -> Staffing.released(incident, release));
    }

    /**
     * An audience is told nothing: its clocks do not apply.
     *
     * @throws Refused without a reason
     */
    public Incident waiveNotice(String id, Audience audience, String reason) {
        return change(
                id,
                Act.DECIDE_COMMS,
                (incident, person) -> Staffing.waive(incident, audience, reason));
    }

    /**
     * @throws NotFound if there is none for this person
     */
    public Incident get(String id) {
        return seen(store.get(id));
    }

    /**
     * @param key as typed: {@code inc-k7q4} will do
     * @throws NotFound if there is none for this person
     */
    public Incident byKey(String key) {
        var found = withKey(key).orElseThrow(NotFound::new);
        return seen(found);
    }

    /**
     * What decides who may see the incident and its parts, for modules that keep some of them. Asks
     * nothing of the current person.
     *
     * @throws NotFound if there is none of that id
     */
    public Guarded guarded(String id) {
        return store.part(id, Guarded.class, "visibility", "members", "reporter");
    }

    /** As {@link #get} without asking who reads: for listeners, which act for the portal. */
    public Incident asSystem(String id) {
        return store.get(id);
    }

    /** All that are neither dismissed nor closed, for the portal's own work; asks nobody. */
    List<Incident> openAsSystem() {
        return store.where(
                Filters.nin("state.stage", Stage.DISMISSED.name(), Stage.CLOSED.name()), null, 0);
    }

    /** Whether the current person may read more than that it exists. */
    public boolean maySeeDetails(Incident incident) {
        return access.may(Act.READ, incident.guarded());
    }

    /** All that the current person may know of, newest report first. */
    public List<Incident> visible() {
        return visibleTo(people.current());
    }

    /** As {@link #visible} for another person: for what is drawn or counted in their name. */
    public List<Incident> visibleTo(Person person) {
        return allAsSystem().stream()
                .filter(incident -> access.may(person, Act.SEE_EXISTENCE, incident.guarded()))
                .toList();
    }

    /** Every one, newest report first, for whoever asks for each whether it may be seen. */
    public List<Incident> allAsSystem() {
        return store.where(Filters.empty(), Sorts.descending("state.reportedAt"), 0);
    }

    /** By its exact key, whoever asks; empty for none. */
    Optional<Incident> withKey(String key) {
        return IncidentKeys.read(key).stream()
                .flatMap(exact -> store.where(Filters.eq("state.key", exact), null, 1).stream())
                .findFirst();
    }

    private void requireKnown(String person) {
        if (people.find(person).isEmpty()) {
            throw new NotFound();
        }
    }

    private Incident seen(Incident incident) {
        access.require(Act.SEE_EXISTENCE, incident.guarded());
        return incident;
    }

    /** As {@link #change}; the caller has asked whether it may be. */
    Incident changeAsSystem(String id, Function<Incident, Change<Incident>> transition) {
        return store.change(id, transition);
    }

    /** Runs a transition that the act is asked for, for the other desks of incidents. */
    Incident change(String id, Act act, BiFunction<Incident, Person, Change<Incident>> transition) {
        return audited(
                id,
                act,
                () ->
                        store.change(
                                id,
                                incident ->
                                        transition.apply(
                                                incident,
                                                access.require(act, incident.guarded()))));
    }

    private Incident audited(String id, Act act, java.util.function.Supplier<Incident> attempt) {
        return refused.recorded(id, act, attempt);
    }

    /** Details may be closed to a commander; that it burns is not, and somebody has to take it. */
    private static Guarded atLeastSeen(Incident incident) {
        return incident.visibility() == Visibility.DETAILS_RESTRICTED
                ? Guarded.open()
                : incident.guarded();
    }
}
