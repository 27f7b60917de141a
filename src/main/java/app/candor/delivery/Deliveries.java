package app.candor.delivery;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** All deliveries, as they are stored. */
@Component
class Deliveries {
    private static final String COLLECTION = "deliveries";

    private final AggregateStore<Delivery> store;

    Deliveries(AggregateStores stores, MongoTemplate mongo) {
        this.store = stores.of(COLLECTION, Delivery.class);
        var index = mongo.indexOps(COLLECTION);
        index.createIndex(new Index().on("state.state.due", Sort.Direction.ASC));
        index.createIndex(new Index().on("state.postedAt", Sort.Direction.DESC));
    }

    Optional<Delivery> find(String id) {
        return store.find(id);
    }

    Delivery get(String id) {
        return store.get(id);
    }

    /** The one that is stored now: an earlier one of that id stays as it is. */
    Delivery add(Delivery delivery, DeliveryChanged told) {
        try {
            return store.insert(delivery.id(), Change.of(delivery, told));
        } catch (DuplicateKeyException postedMeanwhile) {
            return store.get(delivery.id());
        }
    }

    Delivery change(String id, Function<Delivery, Change<Delivery>> transition) {
        return store.change(id, transition);
    }

    /** All whose ids begin with the prefix, which ends with a colon. */
    List<Delivery> withPrefix(String prefix) {
        return store.where(
                Filters.and(
                        Filters.gte("_id", prefix),
                        Filters.lt("_id", prefix.substring(0, prefix.length() - 1) + ";")),
                null,
                0);
    }

    /** Those that a worker may take, longest due first. */
    List<Delivery> due(Instant now, int limit) {
        return store.where(
                Filters.lte("state.state.due", Date.from(now)),
                Sorts.ascending("state.state.due"),
                limit);
    }

    List<Delivery> newest(int limit) {
        return store.where(Filters.empty(), Sorts.descending("state.postedAt"), limit);
    }
}
