package app.candor.faq;

import app.candor.access.Guarded;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.incident.Incidents;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Where entries are kept, and what guards each; checks no rights. */
@Component
class EntryStore {
    private final AggregateStore<Entry> store;
    private final Incidents incidents;

    EntryStore(AggregateStores stores, MongoTemplate mongo, Incidents incidents) {
        this.store = stores.of("faq_entries", Entry.class, OlderShapes::entry);
        this.incidents = incidents;
        var indexes = mongo.indexOps("faq_entries");
        indexes.createIndex(new Index().on("state.incident", Sort.Direction.ASC));
        indexes.createIndex(new Index().on("state.verification.dueAt", Sort.Direction.ASC));
    }

    Guarded guarded(@Nullable String incident) {
        return incident == null ? Guarded.open() : incidents.guarded(incident);
    }

    Optional<Entry> find(String id) {
        return store.find(id);
    }

    /**
     * @throws app.candor.access.NotFound if there is none
     */
    Entry get(String id) {
        return store.get(id);
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException if the id is taken
     */
    Entry insert(String id, Change<Entry> first) {
        return store.insert(id, first);
    }

    Entry change(String id, Function<Entry, Change<Entry>> transition) {
        return store.change(id, transition);
    }

    void forEach(Consumer<Entry> each) {
        store.forEach(each);
    }

    /** Those of an incident, or with null those of none, in the order in which they were added. */
    List<Entry> of(@Nullable String incident) {
        return store.where(
                Filters.eq("state.incident", incident), Sorts.ascending("state.begunAt"), 0);
    }

    List<Entry> verificationDue(Instant before) {
        return store.where(Filters.lt("state.verification.dueAt", Date.from(before)), null, 0);
    }
}
