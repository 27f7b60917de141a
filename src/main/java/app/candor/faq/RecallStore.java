package app.candor.faq;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Where recalls are kept; checks no rights. */
@Component
class RecallStore {
    private final AggregateStore<Recall> store;

    RecallStore(AggregateStores stores, MongoTemplate mongo) {
        this.store = stores.of("faq_recalls", Recall.class);
        var indexes = mongo.indexOps("faq_recalls");
        indexes.createIndex(new Index().on("state.owner", Sort.Direction.ASC));
        indexes.createIndex(new Index().on("state.entry", Sort.Direction.ASC));
    }

    /** Once; a recall of that id that exists already stays as it is. */
    void open(Recall recall) {
        try {
            store.insert(recall.id(), Change.of(recall, recall.event(RecallChanged.OPENED)));
        } catch (DuplicateKeyException openedBefore) {
            return;
        }
    }

    Optional<Recall> find(String id) {
        return store.find(id);
    }

    Recall change(String id, Function<Recall, Change<Recall>> transition) {
        return store.change(id, transition);
    }

    /** Most urgent first. */
    List<Recall> openOf(String owner) {
        return open(Filters.eq("state.owner", owner));
    }

    List<Recall> openOfEntry(String entry) {
        return open(Filters.eq("state.entry", entry));
    }

    /** Latest end first. */
    List<Recall> endedOf(String owner, int limit) {
        return store.where(
                Filters.and(Filters.eq("state.owner", owner), Filters.ne("state.end", null)),
                Sorts.descending("state.end.at"),
                limit);
    }

    List<Recall> ofEntry(String entry) {
        return store.where(
                Filters.eq("state.entry", entry), Sorts.descending("state.openedAt"), 500);
    }

    private List<Recall> open(Bson filter) {
        return store.where(
                Filters.and(filter, Filters.eq("state.end", null)),
                Sorts.ascending("state.due"),
                0);
    }
}
