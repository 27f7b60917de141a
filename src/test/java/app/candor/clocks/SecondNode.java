package app.candor.clocks;

import app.candor.audit.AggregateStores;
import java.time.Clock;
import java.util.List;

/** The scheduler of another process on the same database. */
public final class SecondNode {
    private SecondNode() {}

    public static Alarms of(List<AlarmSource> sources, AggregateStores stores, Clock clock) {
        return new Alarms(sources, stores, clock);
    }
}
