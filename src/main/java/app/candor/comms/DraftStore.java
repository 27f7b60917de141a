package app.candor.comms;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Drafts as stored; asks nobody for rights. */
@Component
class DraftStore {
    /** The revision before the signers, counted from 1; only a draft in review has one. */
    private static final String REVIEWED = "state.state.review.number";

    private final AggregateStore<Draft> store;

    DraftStore(AggregateStores stores, MongoTemplate mongo) {
        this.store = stores.of("drafts", Draft.class);
        mongo.indexOps("drafts").createIndex(new Index().on("state.incident", Sort.Direction.ASC));
        mongo.indexOps("drafts").createIndex(new Index().on("state.owner", Sort.Direction.ASC));
        mongo.indexOps("drafts").createIndex(new Index().on("state.corrects", Sort.Direction.ASC));
        mongo.indexOps("drafts")
                .createIndex(new Index().on("state.standing.stage", Sort.Direction.ASC));
        mongo.indexOps("drafts").createIndex(new Index().on(REVIEWED, Sort.Direction.ASC));
    }

    Draft insert(Draft draft) {
        return store.insert(
                draft.id(),
                Change.of(draft, new DraftBegun(draft.id(), draft.incident(), draft.kind())));
    }

    Draft get(String id) {
        return store.get(id);
    }

    Optional<Draft> find(String id) {
        return store.find(id);
    }

    Draft change(String id, Function<Draft, Change<Draft>> transition) {
        return store.change(id, transition);
    }

    List<Draft> ofIncident(String incident) {
        return store.where(
                Filters.eq("state.incident", incident), Sorts.ascending("state.begunAt"), 0);
    }

    List<Draft> ofOwner(String owner) {
        return store.where(Filters.eq("state.owner", owner), Sorts.ascending("state.begunAt"), 0);
    }

    /** Corrections of a released draft, oldest first. */
    List<Draft> correcting(String released) {
        return store.where(
                Filters.eq("state.corrects", released), Sorts.ascending("state.begunAt"), 0);
    }

    /** Pre-approved wordings, oldest first. */
    List<Draft> standing() {
        return store.where(
                Filters.in(
                        "state.standing.stage", Standing.STAGES.stream().map(Enum::name).toList()),
                Sorts.ascending("state.begunAt"),
                0);
    }

    List<Draft> inReview() {
        return store.where(Filters.gt(REVIEWED, 0), Sorts.ascending("state.begunAt"), 0);
    }

    List<Draft> latest(int limit) {
        return store.where(Filters.empty(), Sorts.descending("state.begunAt"), limit);
    }
}
