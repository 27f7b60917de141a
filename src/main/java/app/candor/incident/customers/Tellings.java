package app.candor.incident.customers;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** What was said to accounts, as it is kept: written once, in parts that fit a document. */
@Component
class Tellings {
    private final AggregateStore<Telling> store;

    Tellings(AggregateStores stores, MongoTemplate mongo) {
        this.store = stores.of("tellings", Telling.class);
        mongo.indexOps("tellings")
                .createIndex(new Index().on("state.incidentId", Sort.Direction.ASC));
    }

    /** In no order. */
    List<Telling> of(String incidentId) {
        return store.where(Filters.eq("state.incidentId", incidentId), null, 0);
    }

    long count(String incidentId) {
        return store.count(Filters.eq("state.incidentId", incidentId));
    }

    /** A repeat of the same id changes nothing. */
    void record(
            String id,
            String incidentId,
            Telling.What what,
            List<Telling.Account> chosen,
            String how,
            @Nullable String link,
            String by,
            Instant at) {
        for (var from = 0; from < chosen.size(); from += Telling.MOST_ACCOUNTS) {
            var part = chosen.subList(from, Math.min(chosen.size(), from + Telling.MOST_ACCOUNTS));
            var telling = new Telling(id + ":" + from, incidentId, what, part, how, link, by, at);
            try {
                store.insert(
                        telling.id(),
                        Change.of(
                                telling,
                                new Telling.AccountsTold(
                                        incidentId,
                                        telling.id(),
                                        what,
                                        part.size(),
                                        part.size() == 1)));
            } catch (DuplicateKeyException toldAlready) {
                continue;
            }
        }
    }
}
