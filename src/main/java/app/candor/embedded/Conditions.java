package app.candor.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a query demands of single fields, as far as an index can help; the rest is left out. */
final class Conditions {
    private final Map<String, List<@Nullable Object>> equal = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();

    /** One end of a range. */
    record Limit(Object value, boolean included) {}

    /** Values of one type between two limits, at least one of which is given. */
    record Range(@Nullable Limit low, @Nullable Limit high) {}

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.add(query);
        return conditions;
    }

    /** The values of which a field must have one, or null if the query demands no such thing. */
    @Nullable List<@Nullable Object> equal(String field) {
        return equal.get(field);
    }

    @Nullable Range range(String field) {
        return ranges.get(field);
    }

    private void add(Document query) {
        for (var entry : query.entrySet()) {
            var field = entry.getKey();
            if (field.equals("$and") && entry.getValue() instanceof Collection<?> parts) {
                parts.forEach(part -> addPart(part));
            } else if (!field.startsWith("$")) {
                add(field, entry.getValue());
            }
        }
    }

    private void addPart(Object part) {
        if (part instanceof Document query) {
            add(query);
        }
    }

    private void add(String field, @Nullable Object demand) {
        if (demand instanceof Document operators && hasOperators(operators)) {
            operators.forEach((operator, value) -> add(field, operator, value));
        } else if (isPlain(demand)) {
            equal.putIfAbsent(field, singleton(demand));
        }
    }

    private void add(String field, String operator, @Nullable Object value) {
        switch (operator) {
            case "$eq" -> {
                if (isPlain(value)) {
                    equal.putIfAbsent(field, singleton(value));
                }
            }
            case "$in" -> {
                if (value instanceof List<?> values
                        && values.stream().allMatch(Conditions::isPlain)) {
                    equal.putIfAbsent(field, new ArrayList<@Nullable Object>(values));
                }
            }
            case "$gt", "$gte" -> {
                if (value != null && hasRange(value)) {
                    limit(field, new Limit(value, operator.equals("$gte")), null);
                }
            }
            case "$lt", "$lte" -> {
                if (value != null && hasRange(value)) {
                    limit(field, null, new Limit(value, operator.equals("$lte")));
                }
            }
            default -> {}
        }
    }

    private void limit(String field, @Nullable Limit low, @Nullable Limit high) {
        ranges.merge(
                field,
                new Range(low, high),
                (old, more) ->
                        new Range(
                                old.low() == null ? more.low() : old.low(),
                                old.high() == null ? more.high() : old.high()));
    }

    private static boolean hasOperators(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof Missing)
                && !BsonRegularExpression.isRegularExpression(value)
                && !(value instanceof Document document && hasOperators(document));
    }

    private static boolean hasRange(Object value) {
        return value instanceof Number
                || value instanceof String
                || value instanceof ObjectId
                || value instanceof Instant
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof BinData;
    }

    private static List<@Nullable Object> singleton(@Nullable Object value) {
        return Collections.singletonList(value);
    }
}
