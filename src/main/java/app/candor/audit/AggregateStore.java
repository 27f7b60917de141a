package app.candor.audit;

import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Aggregates of one kind: one document each, holding the value, its version and the events it still
 * owes. A change is a conditional write on the version; value and events are saved in that one
 * write (data rule 2), so a crash after it repeats events and never loses one.
 *
 * <p>Fields in MongoDB: {@code _id, version, state.*, owed[], owes}. Index and query {@code
 * state.…}.
 */
public final class AggregateStore<S> {
    private static final int ATTEMPTS = 20;
    private static final int BATCH = 500;
    private static final int MOST_LEFTOVERS = 100;
    private static final String SYSTEM = "system";

    /** Longer than anything left over rests between two tries. */
    private static final Duration SUSPECTED = Duration.ofMinutes(2);

    private final String collection;
    private final Class<S> type;
    private final UnaryOperator<Document> today;
    private final MongoTemplate mongo;
    private final EventRelay relay;
    private final People people;
    private final Clock clock;
    private final Setbacks setbacks = new Setbacks();
    private volatile Instant suspectedUntil;

    AggregateStore(
            String collection,
            Class<S> type,
            UnaryOperator<Document> today,
            MongoTemplate mongo,
            EventRelay relay,
            People people,
            Clock clock) {
        this.collection = collection;
        this.type = type;
        this.today = today;
        this.mongo = mongo;
        this.relay = relay;
        this.people = people;
        this.clock = clock;
        this.suspectedUntil = clock.instant().plus(SUSPECTED);
    }

    /** For indexes and queries of the owning module. */
    public String collection() {
        return collection;
    }

    public Optional<S> find(String id) {
        return Optional.ofNullable(document(id)).map(this::state);
    }

    /**
     * @throws NotFound if there is none
     */
    public S get(String id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /**
     * A few fields of a value, where reading the whole of it for every key press would cost too
     * much.
     *
     * @param as a record of those fields, named as in the value
     * @throws NotFound if there is none
     */
    public <T> T part(String id, Class<T> as, String... fields) {
        var wanted = new Document();
        for (var field : fields) {
            wanted.append("state." + field, 1);
        }
        var found =
                mongo.getCollection(collection)
                        .find(Filters.eq("_id", id))
                        .projection(wanted)
                        .first();
        if (found == null) {
            throw new NotFound();
        }
        return mongo.getConverter().read(as, found.get("state", Document.class));
    }

    /**
     * Values by a filter on {@code state.…} fields.
     *
     * @param sort as in MongoDB, null for none
     * @param limit at most this many; 0 for all
     */
    public List<S> where(Bson filter, @Nullable Bson sort, int limit) {
        var found = new ArrayList<S>();
        var query = mongo.getCollection(collection).find(filter).limit(limit);
        for (var document : sort == null ? query : query.sort(sort)) {
            found.add(state(document));
        }
        return found;
    }

    /** Hands over every value, one at a time, so that a large collection need not fit in memory. */
    public void forEach(Consumer<S> each) {
        for (var document : mongo.getCollection(collection).find().batchSize(BATCH)) {
            each.accept(state(document));
        }
    }

    public long count(Bson filter) {
        return mongo.getCollection(collection).countDocuments(filter);
    }

    /**
     * Saves a new aggregate.
     *
     * @throws DuplicateKeyException if the id or a unique value is taken; nothing is changed
     */
    public S insert(String id, Change<S> first) {
        var owed = owed(first.events());
        write(documents -> documents.insertOne(document(id, 1, first.state(), owed)));
        deliver(id, owed);
        return first.state();
    }

    /**
     * Applies a transition to the latest value; asked again on a newer value when somebody else was
     * first. What the transition throws comes out unchanged and nothing is saved.
     *
     * @throws NotFound if there is none
     */
    public S change(String id, Function<S, Change<S>> transition) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var document = document(id);
            if (document == null) {
                throw new NotFound();
            }
            var before = state(document);
            var change = transition.apply(before);
            if (change.events().isEmpty() && change.state().equals(before)) {
                return before;
            }
            var version = document.getLong("version");
            var owed = new ArrayList<>(document.getList("owed", Document.class));
            var added = owed(change.events());
            owed.addAll(added);
            var replaced =
                    write(documents ->
                            documents.replaceOne(
                                    Filters.and(
                                            Filters.eq("_id", id), Filters.eq("version", version)),
                                    document(id, version + 1, change.state(), owed)));
            if (replaced != null && replaced.getMatchedCount() == 1) {
                deliver(id, added);
                return change.state();
            }
        }
        throw new OptimisticLockingFailureException(
                "Too many people changed this at once. Nothing of yours was saved; try again.");
    }

    /** A write that failed may have been done all the same. */
    private <T> @Nullable T write(CollectionCallback<T> write) {
        try {
            return mongo.execute(collection, write);
        } catch (RuntimeException e) {
            suspect();
            throw e;
        }
    }

    private void deliver(String id, List<Document> owed) {
        boolean delivered = false;
        try {
            delivered = relay.deliver(collection, id, owed);
        } finally {
            if (!delivered) {
                suspect();
            }
        }
    }

    private void suspect() {
        suspectedUntil = clock.instant().plus(SUSPECTED);
    }

    /**
     * Whether anything of this node may have been left behind lately: it started, or something did
     * not go well. What another node left when it died is not known here.
     */
    boolean mayOwe() {
        return clock.instant().isBefore(suspectedUntil);
    }

    /**
     * Delivers what a crash or a failing listener left behind. What fails again and again is tried
     * ever more seldom, so that it is in nobody's way.
     */
    void deliverLeftovers(Duration olderThan) {
        var now = clock.instant();
        var before = Date.from(now.minus(olderThan));
        var filter = Filters.and(Filters.eq("owes", true), Filters.lt("owed.at", before));
        var tries = 0;
        for (var document : mongo.getCollection(collection).find(filter)) {
            var id = document.getString("_id");
            if (tries < MOST_LEFTOVERS && setbacks.mayTry(id, now)) {
                tries++;
                if (relay.deliver(collection, id, document.getList("owed", Document.class))) {
                    setbacks.over(id);
                } else {
                    setbacks.another(id, now);
                    suspect();
                }
            }
        }
    }

    /** Tells now what is owed of an incident, however short a time ago. */
    void deliverOwed(String incident) {
        for (var document : owing(incident)) {
            deliver(document.getString("_id"), document.getList("owed", Document.class));
        }
    }

    boolean owes(String incident) {
        return !owing(incident).isEmpty();
    }

    private List<Document> owing(String incident) {
        var found = new ArrayList<Document>();
        for (var document : mongo.getCollection(collection).find(Filters.eq("owes", true))) {
            var concerned =
                    document.getList("owed", Document.class).stream()
                            .anyMatch(owed -> incident.equals(relay.incidentOf(owed)));
            if (concerned) {
                found.add(document);
            }
        }
        return found;
    }

    private @Nullable Document document(String id) {
        return mongo.getCollection(collection).find(Filters.eq("_id", id)).first();
    }

    private S state(Document document) {
        var kept = document.get("state", Document.class);
        return mongo.getConverter().read(type, today.apply(kept));
    }

    private Document document(String id, long version, S state, List<Document> owed) {
        var written = new Document();
        mongo.getConverter().write(state, written);
        return new Document("_id", id)
                .append("version", version)
                .append("state", written)
                .append("owed", owed)
                .append("owes", !owed.isEmpty());
    }

    private List<Document> owed(List<DomainEvent> events) {
        var actor = people.signedIn().map(Person::id).orElse(SYSTEM);
        return events.stream().map(event -> owed(event, actor, clock.instant())).toList();
    }

    private Document owed(DomainEvent event, String actor, Instant at) {
        var written = new Document();
        mongo.getConverter().write(event, written);
        written.put("_class", event.getClass().getName());
        return new Document("id", UUID.randomUUID().toString())
                .append("at", Date.from(at))
                .append("actor", actor)
                .append("event", written);
    }
}
