package app.candor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random documents and queries: an index must find what reading everything in Java finds. */
class IndexFuzzTest {
    private static final List<String> FIELDS = List.of("a", "b", "c");
    private static final List<Document> INDEXES =
            List.of(
                    new Document("a", 1),
                    new Document("a", 1).append("b", -1),
                    new Document("b", -1).append("c", 1),
                    new Document("a", -1).append("c", 1).append("b", 1),
                    new Document("c", -1));

    @TempDir Path folder;

    @Test
    void anIndexFindsWhatReadingEverythingFinds() throws IOException {
        long seed = Long.getLong("candor.seed", System.nanoTime());
        var random = new Random(seed);
        try (var server = RunningServer.on(folder, 50_000)) {
            for (int round = 0; round < 12; round++) {
                var things = server.collection("things" + round);
                var scalarsOnly = round % 3 != 0;
                var expected = new TreeMap<Integer, Document>();
                change(things, expected, random, scalarsOnly, 100);
                INDEXES.stream().filter(keys -> random.nextBoolean()).forEach(things::createIndex);
                for (int i = 0; i < 4; i++) {
                    change(things, expected, random, scalarsOnly, 60);
                    for (int q = 0; q < 40; q++) {
                        compare(things, expected, random, scalarsOnly, "seed " + seed);
                    }
                }
            }
        }
    }

    private static void change(
            MongoCollection<Document> things,
            Map<Integer, Document> expected,
            Random random,
            boolean scalarsOnly,
            int changes) {
        for (int i = 0; i < changes; i++) {
            int id = random.nextInt(150);
            var document = new Document("_id", id);
            for (var field : FIELDS) {
                if (random.nextInt(8) > 0) {
                    document.append(field, value(random, scalarsOnly || !field.equals("a")));
                }
            }
            if (random.nextInt(5) == 0) {
                things.deleteOne(new Document("_id", id));
                expected.remove(id);
            } else if (expected.put(id, document) == null) {
                things.insertOne(document);
            } else {
                things.replaceOne(new Document("_id", id), document);
            }
        }
    }

    private static @Nullable Object value(Random random, boolean scalarsOnly) {
        return switch (random.nextInt(scalarsOnly ? 7 : 9)) {
            case 0 -> null;
            case 1 -> random.nextInt(6) - 3;
            case 2 -> (long) random.nextInt(6) - 3;
            case 3 -> (random.nextInt(12) - 6) / 2.0;
            case 4 -> (1L << 53) + random.nextInt(4);
            case 5 -> Character.toString("a\u0000\u0001zé\uffff".charAt(random.nextInt(6)));
            case 6 -> random.nextBoolean();
            case 7 -> List.of(random.nextInt(4), random.nextInt(4));
            default -> new Document("x", random.nextInt(2));
        };
    }

    private static void compare(
            MongoCollection<Document> things,
            Map<Integer, Document> expected,
            Random random,
            boolean scalarsOnly,
            String seed) {
        var query = new Document();
        for (var field : FIELDS) {
            if (random.nextInt(2) == 0) {
                query.append(field, demand(random));
            }
        }
        var matching = expected.values().stream().filter(document -> matches(document, query));
        var order = new Document();
        if (scalarsOnly) {
            FIELDS.stream()
                    .filter(field -> random.nextInt(3) == 0)
                    .forEach(field -> order.append(field, random.nextBoolean() ? 1 : -1));
        }
        order.append("_id", 1);
        var limit = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 1_000;
        var found = things.find(query).sort(order).limit(limit).map(IndexFuzzTest::id);
        assertThat(found.into(new ArrayList<>()))
                .as("%s: %s sorted by %s", seed, query.toJson(), order.toJson())
                .isEqualTo(sorted(matching, order).limit(limit).map(IndexFuzzTest::id).toList());
        compareOneOrder(things, expected, query, random, scalarsOnly, seed);
    }

    /** One field alone is the order that an index can serve; ties may come in any order. */
    private static void compareOneOrder(
            MongoCollection<Document> things,
            Map<Integer, Document> expected,
            Document query,
            Random random,
            boolean scalarsOnly,
            String seed) {
        var order = new Document(FIELDS.get(random.nextInt(3)), random.nextBoolean() ? 1 : -1);
        var found = things.find(query).sort(order).into(new ArrayList<>());
        var matching =
                expected.values().stream().filter(document -> matches(document, query)).toList();
        assertThat(found)
                .as("%s: %s sorted by %s", seed, query.toJson(), order.toJson())
                .containsExactlyInAnyOrderElementsOf(matching);
        if (scalarsOnly) {
            assertThat(found)
                    .as("%s: %s in the order of %s", seed, query.toJson(), order.toJson())
                    .isSortedAccordingTo(comparator(order));
            var first = things.find(query).sort(order).limit(3).into(new ArrayList<>());
            assertThat(first)
                    .as("%s: first of %s by %s", seed, query.toJson(), order.toJson())
                    .usingElementComparator(comparator(order))
                    .isEqualTo(sorted(matching.stream(), order).limit(3).toList());
        }
    }

    private static Integer id(Document document) {
        return document.getInteger("_id");
    }

    private static @Nullable Object demand(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> scalar(random);
            case 1 -> new Document("$eq", scalar(random));
            case 2 -> new Document("$in", Stream.generate(() -> scalar(random)).limit(3).toList());
            case 3 ->
                    new Document(random.nextBoolean() ? "$gt" : "$gte", limit(random))
                            .append(random.nextBoolean() ? "$lt" : "$lte", limit(random));
            default -> new Document(random.nextBoolean() ? "$gte" : "$lt", limit(random));
        };
    }

    private static @Nullable Object scalar(Random random) {
        return value(random, true);
    }

    private static Object limit(Random random) {
        var value = scalar(random);
        return value == null ? 0 : value;
    }

    private static boolean matches(Document document, Document query) {
        return query.entrySet().stream()
                .allMatch(entry -> satisfies(document.get(entry.getKey()), entry.getValue()));
    }

    /** An array satisfies a demand if one of its elements does. */
    private static boolean satisfies(@Nullable Object value, @Nullable Object demand) {
        if (value instanceof List<?> elements) {
            return elements.stream().anyMatch(element -> satisfies(element, demand));
        }
        if (demand instanceof Document operators) {
            return operators.entrySet().stream()
                    .allMatch(entry -> satisfies(value, entry.getKey(), entry.getValue()));
        }
        return same(value, demand);
    }

    private static boolean satisfies(
            @Nullable Object value, String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> same(value, operand);
            case "$in" ->
                    ((List<?>) Objects.requireNonNull(operand))
                            .stream().anyMatch(o -> same(value, o));
            default -> {
                if (value == null || operand == null || type(value) != type(operand)) {
                    yield false;
                }
                int order = compare(value, operand);
                yield switch (operator) {
                    case "$gt" -> order > 0;
                    case "$gte" -> order >= 0;
                    case "$lt" -> order < 0;
                    default -> order <= 0;
                };
            }
        };
    }

    private static boolean same(@Nullable Object value, @Nullable Object other) {
        return type(value) == type(other) && compare(value, other) == 0;
    }

    private static int type(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number number -> 1;
            case String string -> 2;
            case Boolean bool -> 4;
            default -> 3;
        };
    }

    private static int compare(@Nullable Object value, @Nullable Object other) {
        if (type(value) != type(other)) {
            return Integer.compare(type(value), type(other));
        }
        return switch (value) {
            case Number number -> decimal(number).compareTo(decimal(Objects.requireNonNull(other)));
            case String string -> string.compareTo((String) Objects.requireNonNull(other));
            case Boolean bool -> bool.compareTo((Boolean) Objects.requireNonNull(other));
            case null, default -> Objects.equals(value, other) ? 0 : 1;
        };
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static Stream<Document> sorted(Stream<Document> documents, Document order) {
        return documents.sorted(comparator(order));
    }

    private static Comparator<Document> comparator(Document order) {
        return (one, two) -> {
            for (var key : order.entrySet()) {
                int result = compare(one.get(key.getKey()), two.get(key.getKey()));
                if (result != 0) {
                    return key.getValue().equals(1) ? result : -result;
                }
            }
            return 0;
        };
    }
}
