package app.candor.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single fields, as far as an index can help; the rest is left out.
 *
 * @param equal by field the values of which it must have one
 * @param ranges by field where its value must lie
 */
record Conditions(Map<String, NavigableSet<byte[]>> equal, Map<String, Span> ranges) {
    /** Keys from one (inclusive) to another (exclusive). */
    record Span(byte[] from, byte[] to) {
        static final Span ALL = new Span(new byte[0], new byte[] {KeyBytes.AFTER});

        Span behind(byte[] prefix) {
            return new Span(KeyBytes.join(prefix, from), KeyBytes.join(prefix, to));
        }

        Span and(Span other) {
            return new Span(
                    Arrays.compareUnsigned(from, other.from) < 0 ? other.from : from,
                    Arrays.compareUnsigned(to, other.to) < 0 ? to : other.to);
        }
    }

    static Conditions of(Document query) {
        var conditions = new Conditions(new HashMap<>(), new HashMap<>());
        conditions.add(query);
        return conditions;
    }

    private void add(Document query) {
        query.forEach((field, demand) -> {
            if (field.equals("$and") && demand instanceof Collection<?> parts) {
                parts.forEach(part -> add((Document) part));
            } else if (demand instanceof Document operators) {
                operators.forEach((operator, value) -> add(field, operator, value));
            } else {
                addEqual(field, Collections.singleton(demand));
            }
        });
    }

    private void add(String field, String operator, @Nullable Object value) {
        if (operator.equals("$eq")) {
            addEqual(field, Collections.singleton(value));
        } else if (operator.equals("$in") && value instanceof Collection<?> values) {
            addEqual(field, values);
        } else if (value != null && KeyBytes.ordered(value)) {
            var key = KeyBytes.of(value);
            var after = KeyBytes.join(key, KeyBytes.AFTER);
            var type = new byte[] {key[0]};
            var nextType = new byte[] {(byte) (key[0] + 1)};
            switch (operator) {
                case "$gt" -> ranges.merge(field, new Span(after, nextType), Span::and);
                case "$gte" -> ranges.merge(field, new Span(key, nextType), Span::and);
                case "$lt" -> ranges.merge(field, new Span(type, key), Span::and);
                case "$lte" -> ranges.merge(field, new Span(type, after), Span::and);
                default -> {}
            }
        }
    }

    private void addEqual(String field, Collection<? extends @Nullable Object> values) {
        if (values.stream().allMatch(KeyBytes::ordered)) {
            var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
            values.forEach(value -> keys.add(KeyBytes.of(value)));
            equal.putIfAbsent(field, keys);
        }
    }
}
