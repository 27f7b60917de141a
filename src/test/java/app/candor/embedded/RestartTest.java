package app.candor.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays when the server stops, and what it refuses. */
class RestartTest {
    @TempDir Path folder;

    @Test
    void aRestartFindsDocumentsAndIndexesAgain() throws IOException {
        try (var server = RunningServer.on(folder)) {
            var log = server.collection("log");
            log.createIndex(ascending("docId", "seq"), new IndexOptions().unique(true).name("u"));
            log.createIndex(ascending("by"), new IndexOptions().name("by"));
            IntStream.range(0, 100)
                    .forEach(seq ->
                            log.insertOne(
                                    new Document("docId", "d")
                                            .append("seq", seq)
                                            .append("by", seq % 7)));
            log.updateMany(eq("by", 3), set("by", 8));
            log.deleteMany(eq("by", 4));
        }
        try (var server = RunningServer.on(folder)) {
            var log = server.collection("log");
            assertThat(log.countDocuments()).isEqualTo(86);
            assertThat(log.countDocuments(eq("by", 8))).isEqualTo(14);
            assertThat(server.index("log", "by").visited()).isEqualTo(14);
            assertThatThrownBy(() -> log.insertOne(new Document("docId", "d").append("seq", 0)))
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void aPageOfALogLooksAtNoMoreEntriesThanItReturns() throws IOException {
        try (var server = RunningServer.on(folder)) {
            var log = server.collection("log");
            log.createIndex(ascending("docId", "seq"), new IndexOptions().unique(true).name("u"));
            var entries = new ArrayList<Document>();
            for (int seq = 0; seq < 1_000; seq++) {
                entries.add(new Document("docId", "d").append("seq", seq));
                entries.add(new Document("docId", "e").append("seq", seq));
            }
            log.insertMany(entries);
            var before = server.index("log", "u").visited();
            var page =
                    log.find(and(eq("docId", "d"), gt("seq", 500)))
                            .sort(ascending("seq"))
                            .limit(20);
            assertThat(page).extracting(entry -> entry.get("seq")).startsWith(501).endsWith(520);
            assertThat(server.index("log", "u").visited() - before).isLessThanOrEqualTo(21);
        }
    }

    @Test
    void countersHandedOutToEightThreadsNeverRepeat() throws Exception {
        try (var server = RunningServer.on(folder);
                var threads = Executors.newFixedThreadPool(8)) {
            var counters = server.collection("counters");
            var options =
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
            counters.insertOne(new Document("_id", "n").append("value", 0));
            var values = Collections.synchronizedList(new ArrayList<@Nullable Object>());
            Runnable count =
                    () -> {
                        for (int i = 0; i < 250; i++) {
                            var counter =
                                    counters.findOneAndUpdate(
                                            eq("_id", "n"), inc("value", 1), options);
                            values.add(counter == null ? null : counter.get("value"));
                        }
                    };
            var done = IntStream.range(0, 8).mapToObj(thread -> threads.submit(count)).toList();
            for (var future : done) {
                future.get();
            }
            assertThat(values).doesNotHaveDuplicates().hasSize(2_000);
        }
    }

    @Test
    void filesStayWithinTwiceWhatIsStored() throws IOException {
        long live;
        try (var server = RunningServer.on(folder)) {
            var notes = server.collection("notes");
            var text = "x".repeat(260);
            var batch = new ArrayList<Document>();
            for (int i = 0; i < 100_000; i++) {
                batch.add(new Document("_id", i).append("text", text));
                if (batch.size() == 1_000) {
                    notes.insertMany(batch);
                    batch.clear();
                }
            }
            var store = server.store();
            server.collection("hot").insertOne(new Document("_id", "one"));
            for (int i = 0; i < 100_000; i++) {
                store.journal().append("candor.hot", 1, Bson.encode(hot(i)));
                if (i % 100 == 0) {
                    store.journal().awaitDurable();
                }
            }
            store.journal().awaitDurable();
            live =
                    store.documents("candor.notes").values().stream()
                            .mapToLong(note -> note.length)
                            .sum();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            store.files().size()
                                    <= 2 * store.documents("candor.notes").size() * 290L);
            assertThat(store.files().size()).isLessThanOrEqualTo(2 * live);
        }
        try (var server = RunningServer.on(folder)) {
            assertThat(server.collection("notes").countDocuments()).isEqualTo(100_000);
            assertThat(server.collection("hot").find().first()).containsEntry("n", 99_999);
        }
    }

    private static de.bwaldvogel.mongo.bson.Document hot(int n) {
        return new de.bwaldvogel.mongo.bson.Document("_id", "one")
                .append("n", n)
                .append("text", "y".repeat(250));
    }

    @Test
    void mergingGoesOnWhileOthersWriteAndLosesNothing() throws IOException {
        try (var server = RunningServer.on(folder, 20_000)) {
            var notes = server.collection("notes");
            for (int i = 0; i < 2_000; i++) {
                notes.updateOne(eq("_id", i % 300), set("n", i), new UpdateOptions().upsert(true));
                if (i % 10 == 0) {
                    notes.deleteOne(eq("_id", i % 300));
                }
            }
        }
        assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
                .anyMatch(name -> name.startsWith("snapshot-"));
        try (var server = RunningServer.on(folder, 20_000)) {
            var notes = server.collection("notes");
            assertThat(notes.countDocuments()).isEqualTo(270);
            for (var note : notes.find()) {
                int id = note.getInteger("_id");
                assertThat(note.getInteger("n")).isEqualTo(id < 200 ? 1_800 + id : 1_500 + id);
            }
        }
    }

    @Test
    void aJournalThatCannotBeWrittenRefusesEveryFurtherChange() throws IOException {
        try (var server = RunningServer.on(folder)) {
            var notes = server.collection("notes");
            notes.insertOne(new Document("_id", 1));
            server.store().journal().file().close();
            assertThatThrownBy(() -> notes.insertOne(new Document("_id", 2)))
                    .hasMessageContaining("cannot be written");
            assertThatThrownBy(() -> notes.insertOne(new Document("_id", 3)))
                    .hasMessageContaining("takes no changes until it is restarted");
            assertThat(notes.find(eq("_id", 1)).first()).isNotNull();
        }
        try (var server = RunningServer.on(folder)) {
            assertThat(server.collection("notes").find())
                    .extracting(n -> n.get("_id"))
                    .containsExactly(1);
            server.collection("notes").insertOne(new Document("_id", 2));
        }
    }

    @Test
    void aFolderServesOneServerAtATime() throws IOException {
        try (var server = RunningServer.on(folder)) {
            server.collection("notes").insertOne(new Document("_id", 1));
            assertThatThrownBy(() -> RunningServer.on(folder))
                    .isInstanceOf(FolderUnusable.class)
                    .hasMessage(
                            "The folder %s is in use by another Candor (process %d).",
                            folder, ProcessHandle.current().pid());
        }
        RunningServer.on(folder).close();
    }
}
