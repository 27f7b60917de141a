package app.candor.duties;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.IncidentGuards;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** The desk where duties are owed, done, reassigned and set aside. */
@Service
public class Duties {
    private final AggregateStore<Duty> store;
    private final Access access;
    private final People people;
    private final ObjectProvider<IncidentGuards> guards;
    private final Clock clock;

    Duties(
            AggregateStores stores,
            MongoTemplate mongo,
            Access access,
            People people,
            ObjectProvider<IncidentGuards> guards,
            Clock clock) {
        this.store = stores.of("duties", Duty.class);
        this.access = access;
        this.people = people;
        this.guards = guards;
        this.clock = clock;
        mongo.indexOps("duties").createIndex(new Index().on("state.incident", Sort.Direction.ASC));
        mongo.indexOps("duties").createIndex(new Index().on("state.kind", Sort.Direction.ASC));
        mongo.indexOps("duties").createIndex(new Index().on("state.owner", Sort.Direction.ASC));
        mongo.indexOps("duties").createIndex(new Index().on("state.role", Sort.Direction.ASC));
    }

    /** Owes it once; a duty of that id that exists already stays as it is. */
    public void owe(Duty duty) {
        try {
            store.insert(
                    duty.id(),
                    Change.of(
                            duty,
                            new DutyChanged(duty.id(), duty.incident(), "owed", duty.kind())));
        } catch (DuplicateKeyException alreadyOwed) {
            return;
        }
    }

    /**
     * @throws NotFound if there is none for this person
     * @throws Refused unless it is theirs, their role's, or they command
     */
    public Duty done(String id) {
        var person = requireConcerned(id);
        return store.change(id, duty -> duty.doneByHand(person.id(), clock.instant()));
    }

    /** Done because something happened (a release, an answer); nothing if it is gone or closed. */
    public void doneByItself(String id) {
        if (store.find(id).filter(Duty::isOpen).isPresent()) {
            store.change(id, duty -> duty.done("system", clock.instant()));
        }
    }

    /**
     * Gives it to somebody else, so that a colleague who left never holds an incident open.
     *
     * @throws Refused unless it is theirs, their role's, or they command
     */
    public Duty reassign(String id, String to) {
        requireConcerned(id);
        var next = people.find(to).orElseThrow(NotFound::new);
        return store.change(id, duty -> duty.reassign(next.id()));
    }

    /** Passed on because of something that happened; nothing if it is gone, closed or theirs. */
    public void passTo(String id, String to) {
        if (store.find(id).filter(duty -> duty.isOpen() && !to.equals(duty.owner())).isPresent()) {
            store.change(id, duty -> duty.reassign(to));
        }
    }

    /**
     * First half of an override; {@link #agreeAside} by a second person is the other.
     *
     * @throws Refused without a reason
     */
    public Duty proposeAside(String id, String reason) {
        var person = requireConcerned(id);
        return store.change(id, duty -> duty.proposeAside(person.id(), reason, clock.instant()));
    }

    /**
     * @throws Refused if the same person proposed it, or lacks the right
     */
    public Duty agreeAside(String id) {
        var person = access.require(Act.OVERRIDE_DUTY, guarded(store.get(id)));
        return store.change(id, duty -> duty.agreeAside(person.id(), clock.instant()));
    }

    /** Open ones that the person owns or that belong to a role of theirs, most urgent first. */
    public List<Duty> waitingFor(Person person) {
        var filter =
                Filters.or(
                        Filters.eq("state.owner", person.id()),
                        Filters.in("state.role", person.roles().stream().map(Role::name).toList()));
        var asked = new HashMap<String, Guarded>();
        return store.where(filter, Sorts.ascending("state.due"), 0).stream()
                .filter(Duty::isOpen)
                .filter(duty -> duty.concerns(person.id(), person.roles()))
                .filter(duty ->
                        access.may(
                                person,
                                Act.SEE_EXISTENCE,
                                asked.computeIfAbsent(
                                        duty.incident() == null ? duty.id() : duty.incident(),
                                        none -> guarded(duty))))
                .toList();
    }

    /** One by its id; the caller has asked whether the reader may read it. */
    public Optional<Duty> find(String id) {
        return store.find(id);
    }

    /**
     * Moves what is open to another incident, under which it is still owed: when two are one.
     *
     * @param link where to do it from now on
     */
    public void move(String id, String incident, Guarded guarded, String link) {
        if (store.find(id).filter(Duty::isOpen).isPresent()) {
            store.change(id, duty -> duty.move(incident, guarded, link));
        }
    }

    /** All of an incident; the caller has asked whether the reader may read it. */
    public List<Duty> ofIncident(String incident) {
        return store.where(Filters.eq("state.incident", incident), null, 0);
    }

    /** Open ones of a kind that are due before a moment, most urgent first: for reminders. */
    public List<Duty> openOfKind(String kind, Instant before) {
        return store
                .where(
                        Filters.and(
                                Filters.eq("state.kind", kind),
                                Filters.lt("state.due", Date.from(before))),
                        Sorts.ascending("state.due"),
                        0)
                .stream()
                .filter(Duty::isOpen)
                .toList();
    }

    /** What holds the incident open. */
    public List<Duty> blocking(String incident) {
        return ofIncident(incident).stream()
                .filter(duty -> duty.blocking() && duty.isOpen())
                .toList();
    }

    /** What guards it now: an incident may have been closed off after the duty was owed. */
    private Guarded guarded(Duty duty) {
        var incident = duty.incident();
        if (incident == null) {
            return duty.guarded();
        }
        return guards.getObject()
                .find(incident)
                .map(IncidentGuards.GuardedIncident::guarded)
                .orElse(duty.guarded());
    }

    private Person requireConcerned(String id) {
        var duty = store.get(id);
        var person = access.require(Act.SEE_EXISTENCE, guarded(duty));
        if (!duty.concerns(person.id(), person.roles()) && !person.has(Role.COMMANDER)) {
            throw new Refused(
                    "This duty belongs to somebody else. They or a commander can pass it on.");
        }
        return person;
    }
}
