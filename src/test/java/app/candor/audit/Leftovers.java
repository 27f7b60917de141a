package app.candor.audit;

import java.time.Duration;

/** Delivers what a crash left owed without waiting for the next look. */
public final class Leftovers {
    private Leftovers() {}

    public static void deliver(AggregateStores stores) {
        stores.all().forEach(store -> store.deliverLeftovers(Duration.ofMillis(-1)));
    }
}
