package app.candor.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to answer a query from an index: keys with demanded values first, then a range on the next
 * one, and perhaps already in the order asked for.
 *
 * @param worth larger is better
 * @param sorted whether the documents come in the order asked for
 */
record IndexScan(
        OrderedIndex index, List<Span> spans, int worth, boolean sorted, boolean backwards) {
    /** Several {@code $in} multiply; beyond this many spans one scan of them all is cheaper. */
    private static final int MOST_SPANS = 1_000;

    /** Entries from one key (inclusive) to another (exclusive). */
    record Span(byte[] from, byte[] to) {}

    /** The most useful scan any of the indexes offers, or null if none helps. */
    static @Nullable IndexScan best(
            List<OrderedIndex> indexes, Document query, @Nullable Document orderBy) {
        var conditions = Conditions.of(query);
        IndexScan best = null;
        for (var index : indexes) {
            var scan = of(index, conditions, orderBy);
            if (scan != null && (best == null || scan.worth > best.worth)) {
                best = scan;
            }
        }
        return best;
    }

    static @Nullable IndexScan of(
            OrderedIndex index, Conditions conditions, @Nullable Document orderBy) {
        var keys = index.getKeys();
        var prefixes = List.of(new byte[0]);
        int fixed = 0;
        while (fixed < keys.size()) {
            var longer = extend(prefixes, keys.get(fixed), index, conditions);
            if (longer == null) {
                break;
            }
            prefixes = longer;
            fixed++;
        }
        var range =
                fixed < keys.size() && !index.hasArrays()
                        ? conditions.range(keys.get(fixed).getKey())
                        : null;
        if (index.leavesOutDocuments() && !demandsAValue(keys, fixed, range, conditions)) {
            return null;
        }
        var direction =
                prefixes.size() == 1 && index.isOrdered() ? direction(keys, fixed, orderBy) : 0;
        var worth = 4 * fixed + (range == null ? 0 : 2) + (direction == 0 ? 0 : 1);
        if (worth == 0) {
            return null;
        }
        var next = range == null ? null : keys.get(fixed);
        var spans = prefixes.stream().map(prefix -> span(prefix, next, range)).toList();
        return new IndexScan(index, spans, worth, direction != 0, direction < 0);
    }

    /** Positions of documents that may match; each once. */
    Stream<Long> positions() {
        if (spans.size() == 1 && !index.hasArrays()) {
            return index.scan(spans.getFirst().from(), spans.getFirst().to(), backwards);
        }
        return spans.stream()
                .flatMap(span -> index.scan(span.from(), span.to(), backwards))
                .distinct();
    }

    private static @Nullable List<byte[]> extend(
            List<byte[]> prefixes, IndexKey key, OrderedIndex index, Conditions conditions) {
        var values = conditions.equal(key.getKey());
        if (values == null
                || (long) prefixes.size() * values.size() > MOST_SPANS
                || (index.hasArrays() && values.contains(null))) {
            return null;
        }
        var longer = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        for (var prefix : prefixes) {
            for (var value : values) {
                var joined = KeyBytes.join(prefix, KeyBytes.of(value, key.isAscending()));
                longer.put(joined, joined);
            }
        }
        return new ArrayList<>(longer.values());
    }

    /** A sparse index leaves out documents that have none of its keys. */
    private static boolean demandsAValue(
            List<IndexKey> keys,
            int fixed,
            Conditions.@Nullable Range range,
            Conditions conditions) {
        return range != null
                || keys.subList(0, fixed).stream()
                        .map(key -> conditions.equal(key.getKey()))
                        .anyMatch(values -> values != null && !values.contains(null));
    }

    /** 1 if the entries behind the fixed keys come as asked for, -1 if backwards, 0 if neither. */
    private static int direction(List<IndexKey> keys, int fixed, @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty()) {
            return 0;
        }
        var constant = keys.subList(0, fixed).stream().map(IndexKey::getKey).toList();
        int direction = 0;
        int at = fixed;
        for (var entry : orderBy.entrySet()) {
            if (constant.contains(entry.getKey())) {
                continue;
            }
            if (at == keys.size()
                    || !keys.get(at).getKey().equals(entry.getKey())
                    || !(entry.getValue() instanceof Number wanted)) {
                return 0;
            }
            int same = keys.get(at).isAscending() == wanted.intValue() > 0 ? 1 : -1;
            if (direction != 0 && direction != same) {
                return 0;
            }
            direction = same;
            at++;
        }
        return direction == 0 ? 1 : direction;
    }

    private static Span span(
            byte[] prefix, @Nullable IndexKey key, Conditions.@Nullable Range range) {
        if (key == null || range == null) {
            return new Span(prefix, KeyBytes.join(prefix, KeyBytes.AFTER));
        }
        var up = key.isAscending();
        var first = up ? range.low() : range.high();
        var last = up ? range.high() : range.low();
        return new Span(
                first == null
                        ? typeStart(prefix, last, up)
                        : edge(prefix, first, up, !first.included()),
                last == null
                        ? typeEnd(prefix, first, up)
                        : edge(prefix, last, up, last.included()));
    }

    private static byte[] edge(byte[] prefix, Conditions.Limit limit, boolean up, boolean after) {
        var key = KeyBytes.join(prefix, KeyBytes.of(limit.value(), up));
        return after ? KeyBytes.join(key, KeyBytes.AFTER) : key;
    }

    private static byte[] typeStart(byte[] prefix, Conditions.@Nullable Limit other, boolean up) {
        return KeyBytes.join(prefix, KeyBytes.typeOf(value(other), up));
    }

    private static byte[] typeEnd(byte[] prefix, Conditions.@Nullable Limit other, boolean up) {
        var end = typeStart(prefix, other, up);
        end[end.length - 1]++;
        return end;
    }

    private static Object value(Conditions.@Nullable Limit limit) {
        if (limit == null) {
            throw new IllegalArgumentException("A range has at least one limit");
        }
        return limit.value();
    }
}
