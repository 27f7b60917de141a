package app.candor.incident;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All values that the facts of one incident ever had.
 *
 * @param values by fact, oldest first
 */
record Ledger(String incidentId, Map<FactKey, List<Value>> values) {

    /**
     * One confirmed value.
     *
     * @param raw as its kind keeps it; empty says that nobody knows yet
     */
    record Value(String raw, String by, Instant at, String source) {}

    Ledger {
        values = Map.copyOf(values);
    }

    static Ledger empty(String incidentId) {
        return new Ledger(incidentId, Map.of());
    }

    Optional<Value> latest(FactKey key) {
        var all = values.getOrDefault(key, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /**
     * Adds a value; the same value and source again change nothing.
     *
     * @param given in the form of the fact's kind; empty for "not yet known"
     * @param hasDenominator whether a number of all accounts is known
     * @throws Refused if the value cannot be true beside the others
     */
    Change<Ledger> confirm(
            FactKey key,
            String given,
            String source,
            String by,
            Instant now,
            boolean hasDenominator) {
        var raw = given.isBlank() ? "" : key.kind().canonical(given);
        var before = latest(key).orElse(null);
        if (before != null && before.raw().equals(raw) && before.source().equals(source)) {
            return Change.of(this);
        }
        if (!raw.isEmpty()) {
            requirePossible(key, raw, now, hasDenominator);
        }
        var changed = before == null ? !raw.isEmpty() : !before.raw().equals(raw);
        return Change.of(
                with(key, new Value(raw, by, now, source.strip())),
                new FactConfirmed(incidentId, key.key(), key.material() && changed));
    }

    private void requirePossible(FactKey key, String raw, Instant now, boolean hasDenominator) {
        if (key.kind() == FactKind.TIME && Instant.parse(raw).isAfter(now)) {
            throw new Refused(
                    key.label()
                            + " cannot lie in the future; it is "
                            + key.kind().display(now.toString())
                            + " now.");
        }
        if (key == FactKey.ENDED) {
            requireOrder(time(FactKey.STARTED), Optional.of(Instant.parse(raw)));
        }
        if (key == FactKey.STARTED) {
            requireOrder(Optional.of(Instant.parse(raw)), time(FactKey.ENDED));
        }
        if (key == FactKey.AFFECTED_PERCENT && !hasDenominator) {
            throw new Refused(
                    "A percentage needs the number of all merchants. Import the account list"
                            + " first.");
        }
        if (key == FactKey.LONGEST_DELAY && new BigDecimal(raw).signum() == 0) {
            throw new Refused("A delay of 0 minutes is none; leave it as not yet known.");
        }
    }

    private static void requireOrder(Optional<Instant> started, Optional<Instant> ended) {
        if (started.isPresent() && ended.isPresent() && ended.get().isBefore(started.get())) {
            throw new Refused(
                    "It cannot end ("
                            + FactKind.TIME.display(ended.get().toString())
                            + ") before it started ("
                            + FactKind.TIME.display(started.get().toString())
                            + ").");
        }
    }

    Optional<Instant> time(FactKey key) {
        return latest(key)
                .map(Value::raw)
                .filter(raw -> !raw.isEmpty() && key.kind().isTime())
                .map(Instant::parse);
    }

    private Ledger with(FactKey key, Value value) {
        var next = new EnumMap<FactKey, List<Value>>(FactKey.class);
        next.putAll(values);
        var history = new ArrayList<>(values.getOrDefault(key, List.of()));
        history.add(value);
        next.put(key, List.copyOf(history));
        return new Ledger(incidentId, next);
    }
}
