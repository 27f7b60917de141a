package app.candor.audit;

import org.springframework.stereotype.Component;

/**
 * What was decided and is not yet told to all whom it concerns: the moment between a write and its
 * listeners, which after a crash lasts until {@link LeftoverDelivery} comes by.
 */
@Component
public class OwedEvents {
    /** What is told may owe something in turn: a release a recall, a recall its duty. */
    private static final int TURNS = 4;

    private final AggregateStores stores;

    OwedEvents(AggregateStores stores) {
        this.stores = stores;
    }

    /**
     * Tells now what is owed of an incident, so that a decision about it stands on all that
     * happened.
     *
     * @return whether nothing of it is owed any more; false where a listener fails
     */
    public boolean tellNow(String incident) {
        for (var turn = 0; turn < TURNS; turn++) {
            if (stores.all().stream().noneMatch(store -> store.owes(incident))) {
                return true;
            }
            stores.all().forEach(store -> store.deliverOwed(incident));
        }
        return stores.all().stream().noneMatch(store -> store.owes(incident));
    }
}
