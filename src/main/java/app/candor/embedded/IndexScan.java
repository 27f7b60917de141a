package app.candor.embedded;

import app.candor.embedded.Conditions.Span;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to answer a query from an index: fields with demanded values first, then a range on the next
 * one, and perhaps already in the order asked for.
 *
 * @param worth larger is better, 0 is no better than reading everything
 * @param direction 1 if the documents come in the order asked for, -1 if backwards, 0 if in none
 */
record IndexScan(OrderedIndex index, List<Span> spans, int worth, int direction) {
    /** Several {@code $in} multiply; beyond this many spans one scan of them all is cheaper. */
    private static final int MOST_SPANS = 1_000;

    /** The most useful scan any of the indexes offers. */
    static Optional<IndexScan> best(
            List<OrderedIndex> indexes, Document query, @Nullable Document orderBy) {
        var conditions = Conditions.of(query);
        return indexes.stream()
                .map(index -> of(index, conditions, orderBy))
                .filter(scan -> scan.worth > 0)
                .max(Comparator.comparingInt(IndexScan::worth));
    }

    private static IndexScan of(
            OrderedIndex index, Conditions conditions, @Nullable Document orderBy) {
        var fields = index.fields();
        Collection<byte[]> prefixes = List.of(new byte[0]);
        int fixed = 0;
        while (fixed < fields.size()) {
            var values = conditions.equal().get(fields.get(fixed));
            if (values == null
                    || (long) prefixes.size() * values.size() > MOST_SPANS
                    || (!index.isPlain() && values.contains(KeyBytes.of(null)))) {
                break;
            }
            prefixes =
                    prefixes.stream()
                            .flatMap(prefix ->
                                    values.stream().map(one -> KeyBytes.join(prefix, one)))
                            .toList();
            fixed++;
        }
        var next = index.isPlain() ? fields.subList(fixed, fields.size()) : List.<String>of();
        var range = next.isEmpty() ? null : conditions.ranges().get(next.getFirst());
        var direction = prefixes.size() == 1 ? direction(next, orderBy) : 0;
        var worth = 4 * fixed + (range == null ? 0 : 2) + Math.abs(direction);
        var end = range == null ? Span.ALL : range;
        return new IndexScan(index, prefixes.stream().map(end::behind).toList(), worth, direction);
    }

    /** Positions of documents that may match; each once. */
    Stream<Long> positions() {
        if (spans.size() == 1 && index.isPlain()) {
            return index.scan(spans.getFirst(), direction < 0);
        }
        return spans.stream().flatMap(span -> index.scan(span, false)).distinct();
    }

    private static int direction(List<String> fields, @Nullable Document orderBy) {
        if (orderBy == null
                || orderBy.isEmpty()
                || orderBy.size() > fields.size()
                || !fields.subList(0, orderBy.size()).equals(new ArrayList<>(orderBy.keySet()))) {
            return 0;
        }
        var directions = new HashSet<>(orderBy.values());
        return directions.size() == 1 && directions.iterator().next() instanceof Number one
                ? Integer.signum(one.intValue())
                : 0;
    }
}
