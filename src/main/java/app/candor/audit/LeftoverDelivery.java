package app.candor.audit;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds events that a crash or a failing listener left owed and hands them to the relay again. */
@Component
class LeftoverDelivery {
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** What another node left when it died waits for so many rounds at most. */
    private static final int EVERYWHERE = 10;

    private final AggregateStores stores;
    private int round;

    LeftoverDelivery(AggregateStores stores) {
        this.stores = stores;
    }

    @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT1S")
    void deliver() {
        boolean everywhere = round++ % EVERYWHERE == 0;
        stores.all().stream()
                .filter(store -> everywhere || store.mayOwe())
                .forEach(store -> store.deliverLeftovers(GRACE));
    }
}
