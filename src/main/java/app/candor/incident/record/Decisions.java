package app.candor.incident.record;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** The desk where decisions are kept, with who made them, when and why. */
@Service
public class Decisions {
    private final AggregateStore<Decision> store;
    private final Incidents incidents;
    private final Access access;
    private final People people;
    private final RefusedActs refused;
    private final Clock clock;

    Decisions(
            AggregateStores stores,
            MongoTemplate mongo,
            Incidents incidents,
            Access access,
            People people,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("decisions", Decision.class);
        this.incidents = incidents;
        this.access = access;
        this.people = people;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("decisions")
                .createIndex(new Index().on("state.incidentId", Sort.Direction.ASC));
    }

    /**
     * Newest first, withdrawn ones included.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<Decision> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return store.where(
                Filters.eq("state.incidentId", incidentId), Sorts.descending("state.at"), 0);
    }

    /** How many hold. The caller asks for access. */
    public long count(String incidentId) {
        return store.count(
                Filters.and(
                        Filters.eq("state.incidentId", incidentId),
                        Filters.eq("state.withdrawn", false)));
    }

    /**
     * Writes down what was decided.
     *
     * @param decidedBy person id; null for the one who writes it down
     * @param at when it was decided, not in the future
     * @throws Refused without words or a reason
     */
    public Decision record(
            String incidentId, String what, String why, @Nullable String decidedBy, Instant at) {
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var writer = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    var decider =
                            decidedBy == null
                                    ? writer
                                    : people.find(decidedBy).orElseThrow(NotFound::new);
                    var id = UUID.randomUUID().toString();
                    return store.insert(
                            id,
                            Decision.record(
                                    id,
                                    incidentId,
                                    what,
                                    why,
                                    decider.id(),
                                    at,
                                    writer.id(),
                                    clock.instant()));
                });
    }

    /**
     * @param seen the words as the person read them; if they moved on since, nothing is changed
     */
    public Decision reword(String id, String seen, String what, String why) {
        return change(
                id,
                (decision, person) ->
                        decision.reworded(seen, what, why, person.id(), clock.instant()));
    }

    /**
     * @throws Refused without a reason
     */
    public Decision withdraw(String id, String why) {
        return change(
                id, (decision, person) -> decision.withdraw(why, person.id(), clock.instant()));
    }

    private Decision change(String id, BiFunction<Decision, Person, Change<Decision>> transition) {
        var incident = store.get(id).incidentId();
        return refused.recorded(
                incident,
                Act.WRITE_DOCUMENT,
                () -> {
                    var person = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incident));
                    return store.change(id, decision -> transition.apply(decision, person));
                });
    }
}
