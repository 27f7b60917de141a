package app.candor.comms;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Extensions of audiences as stored; asks nobody for rights. */
@Component
class ExtensionStore {
    private static final String COLLECTION = "audience_extensions";

    private final AggregateStore<AudienceExtension> store;

    ExtensionStore(AggregateStores stores, MongoTemplate mongo) {
        this.store = stores.of(COLLECTION, AudienceExtension.class);
        mongo.indexOps(COLLECTION).createIndex(new Index().on("state.draft", Sort.Direction.ASC));
    }

    AudienceExtension insert(AudienceExtension proposed) {
        return store.insert(
                proposed.id(),
                Change.of(
                        proposed,
                        new AudienceExtension.Extended(
                                proposed.id(),
                                proposed.draft(),
                                proposed.incident(),
                                "extension proposed")));
    }

    AudienceExtension get(String id) {
        return store.get(id);
    }

    AudienceExtension change(
            String id, Function<AudienceExtension, Change<AudienceExtension>> transition) {
        return store.change(id, transition);
    }

    /** All of a draft, oldest first. */
    List<AudienceExtension> of(String draft) {
        return store.where(
                Filters.eq("state.draft", draft), Sorts.ascending("state.proposedAt"), 0);
    }

    List<AudienceExtension> signedOf(String draft) {
        return of(draft).stream().filter(one -> one.signature() != null).toList();
    }
}
