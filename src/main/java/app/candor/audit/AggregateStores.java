package app.candor.audit;

import app.candor.access.People;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Makes the store of each kind of aggregate; one collection a kind. */
@Component
public class AggregateStores {
    private final MongoTemplate mongo;
    private final EventRelay relay;
    private final People people;
    private final Clock clock;
    private final List<AggregateStore<?>> stores = new CopyOnWriteArrayList<>();

    AggregateStores(MongoTemplate mongo, EventRelay relay, People people, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The store of one kind.
     *
     * @param collection plural, snake case: {@code incidents}
     * @param type a record of plain values; sealed interfaces inside it are told apart when read
     */
    public <S> AggregateStore<S> of(String collection, Class<S> type) {
        return of(collection, type, UnaryOperator.identity());
    }

    /**
     * As {@link #of(String, Class)} for a kind whose values were kept in another shape once.
     *
     * @param today completes a value as it was kept to one as it is kept now; one of today's shape
     *     stays as it is
     */
    public <S> AggregateStore<S> of(
            String collection, Class<S> type, UnaryOperator<Document> today) {
        mongo.indexOps(collection).createIndex(new Index().on("owes", Sort.Direction.ASC));
        var store = new AggregateStore<>(collection, type, today, mongo, relay, people, clock);
        stores.add(store);
        return store;
    }

    List<AggregateStore<?>> all() {
        return stores;
    }
}
