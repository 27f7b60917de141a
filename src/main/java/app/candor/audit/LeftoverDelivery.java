package app.candor.audit;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds events that a crash or a failing listener left owed and hands them to the relay again. */
@Component
class LeftoverDelivery {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final AggregateStores stores;

    LeftoverDelivery(AggregateStores stores) {
        this.stores = stores;
    }

    @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT1S")
    void deliver() {
        stores.all().forEach(store -> store.deliverLeftovers(GRACE));
    }
}
