package app.candor.incident.customers;

import app.candor.clocks.ContractNotice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Folded states of a few incidents. Tellings are only ever added, so their number names what was
 * folded; on another node an addition changes the number there too.
 */
final class StateCache {
    private static final int INCIDENTS_KEPT = 16;

    private final Map<String, Kept<CustomerStates>> states = bounded();
    private final Map<String, Kept<CustomerCounts>> counts = bounded();

    private final Map<String, Kept<Map<String, ContractNotice>>> notices = bounded();

    private record Kept<V>(String version, V value) {}

    CustomerStates states(String incident, long tellings, Supplier<java.util.List<Telling>> read) {
        return get(states, incident, Long.toString(tellings), () -> CustomerStates.of(read.get()));
    }

    CustomerCounts counts(
            String incident, String accounts, long tellings, Supplier<CustomerCounts> count) {
        return get(counts, incident, accounts + ":" + tellings, count);
    }

    Map<String, ContractNotice> notices(
            String incident,
            String accounts,
            long tellings,
            Supplier<Map<String, ContractNotice>> make) {
        return get(notices, incident, accounts + ":" + tellings, make);
    }

    private static <V> V get(
            Map<String, Kept<V>> kept, String incident, String version, Supplier<V> make) {
        synchronized (kept) {
            var entry = kept.get(incident);
            if (entry != null && entry.version().equals(version)) {
                return entry.value();
            }
        }
        var value = make.get();
        synchronized (kept) {
            kept.put(incident, new Kept<>(version, value));
        }
        return value;
    }

    private static <V> Map<String, Kept<V>> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept<V>> eldest) {
                return size() > INCIDENTS_KEPT;
            }
        };
    }
}
