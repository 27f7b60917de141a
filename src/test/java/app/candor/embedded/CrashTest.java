package app.candor.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while four writers work; what it acknowledged must be there afterwards. */
@Tag("crash")
class CrashTest {
    private static final int KILLS = Boolean.getBoolean("candor.long") ? 20 : 3;

    @TempDir Path folder;

    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> inserted = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> updated = new ConcurrentHashMap<>();
    private final Set<Integer> counted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger duplicates = new AtomicInteger();

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        long writes = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var server = ServerProcess.on(folder)) {
                workUntilKilled(server, 1_500 + 200L * (kill % 5));
            }
            verify();
            assertThat(inserted.size() + counted.size()).isGreaterThan((int) writes);
            writes = inserted.size() + counted.size();
        }
        System.out.printf(
                "%d kills: %d inserts, %d counters, %d updates, none lost%n",
                KILLS,
                inserted.size(),
                counted.size(),
                updated.values().stream().mapToInt(Integer::intValue).sum());
    }

    private void workUntilKilled(ServerProcess server, long millis) throws Exception {
        try (var client = MongoClients.create(server.address());
                var writers = Executors.newFixedThreadPool(4)) {
            var database = client.getDatabase("candor");
            database.getCollection("log")
                    .createIndex(
                            ascending("docId", "seq"),
                            new IndexOptions().unique(true).name("place"));
            database.getCollection("log").createIndex(ascending("half"));
            for (int writer = 0; writer < 4; writer++) {
                var name = "writer" + writer;
                writers.submit(() -> untilItFails(database, each -> write(each, name)));
            }
            Thread.sleep(millis);
            server.close();
        }
    }

    private static void untilItFails(MongoDatabase database, Consumer<MongoDatabase> work) {
        try {
            while (true) {
                work.accept(database);
            }
        } catch (MongoException | IllegalStateException e) {
            // The kill; what was not acknowledged by then may or may not have happened.
        }
    }

    private void write(MongoDatabase database, String writer) {
        int seq = next.getAndIncrement();
        database.getCollection("log").insertOne(entry(seq));
        inserted.add(seq);

        var drafts = database.getCollection("drafts");
        int version = updated.getOrDefault(writer, 0);
        if (version == 0) {
            drafts.deleteOne(eq("_id", writer));
            drafts.insertOne(new Document("_id", writer).append("version", 0));
        }
        var changed =
                drafts.updateOne(
                        and(eq("_id", writer), eq("version", version)),
                        set("version", version + 1));
        if (changed.getModifiedCount() == 1) {
            updated.put(writer, version + 1);
        } else { // The kill came between a write and its acknowledgement.
            var draft = drafts.find(eq("_id", writer)).first();
            updated.put(writer, draft == null ? 0 : draft.getInteger("version"));
        }

        var counter =
                database.getCollection("counters")
                        .findOneAndUpdate(
                                eq("_id", "n"),
                                inc("value", 1),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER));
        if (counter != null && !counted.add(counter.getInteger("value"))) {
            duplicates.incrementAndGet();
        }
    }

    private static Document entry(int seq) {
        return new Document("docId", "d")
                .append("seq", seq)
                .append("half", seq / 2)
                .append("text", "x".repeat(200));
    }

    private void verify() throws Exception {
        assertThat(duplicates).hasValue(0);
        try (var server = RunningServer.on(folder)) {
            var log = server.collection("log");
            var found = new ArrayList<Integer>();
            log.find().forEach(entry -> found.add(entry.getInteger("seq")));
            assertThat(found).doesNotHaveDuplicates().containsAll(inserted);
            assertThat(bySeq(log)).isEqualTo(found.stream().sorted().toList());
            for (int seq : List.of(found.getFirst(), found.getLast())) {
                assertThat(log.countDocuments(eq("half", seq / 2)))
                        .isEqualTo(found.stream().filter(each -> each / 2 == seq / 2).count());
                assertThatThrownBy(() -> log.insertOne(entry(seq))).hasMessageContaining("E11000");
            }
            assertThat(server.index("log", "place").getCount()).isEqualTo(found.size());
            assertThat(server.index("log", "_id_").getCount()).isEqualTo(found.size());
            for (var draft : server.collection("drafts").find()) {
                var version = updated.getOrDefault(draft.getString("_id"), 0);
                assertThat(draft.getInteger("version")).isBetween(version, version + 1);
            }
            int highest = counted.stream().mapToInt(value -> value).max().orElse(0);
            assertThat(server.collection("counters").find())
                    .singleElement()
                    .satisfies(counter ->
                            assertThat(counter.getInteger("value", 0))
                                    .isGreaterThanOrEqualTo(highest));
        }
    }

    private static List<Integer> bySeq(MongoCollection<Document> log) {
        return log.find(eq("docId", "d"))
                .sort(ascending("seq"))
                .map(entry -> entry.getInteger("seq"))
                .into(new ArrayList<>());
    }
}
