package app.candor.embedded;

import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short way into the server for its own process. */
class InProcessTest {
    private static final int NUMBERS = 300;

    @TempDir Path folder;
    private EmbeddedServer server;
    private MongoClient client;
    private MongoCollection<Document> log;

    @BeforeEach
    void serve() throws IOException {
        server = EmbeddedServer.serve(folder.resolve("served"));
        client = MongoClients.create(server.address());
        log = client.getDatabase("candor").getCollection("log");
        log.createIndex(ascending("docId", "seq"), new IndexOptions().unique(true));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private int insert(int... numbers) {
        return server.insert(
                "candor", "log", IntStream.of(numbers).mapToObj(InProcessTest::bytes).toList());
    }

    private static byte[] bytes(int number) {
        var document =
                new BsonDocument("_id", new BsonObjectId())
                        .append("docId", new BsonString("d"))
                        .append("seq", new BsonInt32(number))
                        .append("words", new BsonString("Lost orders \uD83D\uDE80 ₤"));
        return new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer().array();
    }

    @Test
    void theDriverFindsWhatWasInserted() {
        assertThat(insert(1, 2)).isEqualTo(2);
        assertThat(log.find().sort(ascending("seq")))
                .extracting(one -> one.getInteger("seq"))
                .containsExactly(1, 2);
        assertThat(log.find(new Document("docId", "d").append("seq", 2)).first())
                .containsEntry("words", "Lost orders \uD83D\uDE80 ₤");
    }

    @Test
    void itEndsAtTheFirstNumberThatIsTaken() {
        log.insertOne(new Document("docId", "d").append("seq", 3));
        assertThat(insert(1, 2, 3, 4)).isEqualTo(2);
        assertThat(insert(1)).isZero();
        assertThat(log.countDocuments()).isEqualTo(3);
        assertThatThrownBy(() -> log.insertOne(new Document("docId", "d").append("seq", 2)))
                .hasMessageContaining("E11000");
    }

    @Test
    void whatItReturnedForIsInTheFiles() throws IOException {
        for (int number = 1; number <= 20; number++) {
            insert(number);
            var copy = Files.createDirectory(folder.resolve("copy" + number));
            try (var files = Files.list(folder.resolve("served"))) {
                for (var file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            try (var recovered = Store.open(copy)) {
                assertThat(recovered.documents("candor.log")).hasSize(number);
            }
        }
    }

    @Test
    void anInterruptedCallerHarmsNothing() {
        Thread.currentThread().interrupt();
        assertThat(insert(1)).isEqualTo(1);
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(insert(2)).isEqualTo(1);
        log.insertOne(new Document("docId", "d").append("seq", 3));
        assertThat(log.countDocuments()).isEqualTo(3);
    }

    @Test
    void eachNumberIsWonOnceHoweverManyInsertInBothWays() throws Exception {
        var won = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 4; person++) {
                people.submit(() ->
                        IntStream.range(0, NUMBERS).forEach(seq -> won.addAndGet(insert(seq))));
                people.submit(() ->
                        IntStream.range(0, NUMBERS)
                                .forEach(seq -> won.addAndGet(insertByDriver(seq))));
            }
        }
        assertThat(won).hasValue(NUMBERS);
        assertThat(log.countDocuments()).isEqualTo(NUMBERS);
    }

    private int insertByDriver(int seq) {
        try {
            log.insertOne(new Document("docId", "d").append("seq", seq));
            return 1;
        } catch (MongoWriteException taken) {
            return 0;
        }
    }

    @Test
    void aServerThatWasClosedTakesNothing() {
        client.close();
        server.close();
        assertThatThrownBy(() -> insert(1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatTheDriverInsertedIsFoundAsTheDriverFindsIt() {
        for (int number : new int[] {5, 1, 4, 2, 3}) {
            log.insertOne(new Document("docId", "d").append("seq", number).append("words", "₤"));
        }
        var filter = new BsonDocument("docId", new BsonString("d"));
        filter.append("seq", new BsonDocument("$gt", new BsonInt32(1)));
        var sort = new BsonDocument("seq", new BsonInt32(-1));

        var found = server.find("candor", "log", raw(filter), raw(sort), 3);

        assertThat(found.stream().map(RawBsonDocument::new).map(BsonDocument::toJson))
                .containsExactlyElementsOf(
                        client.getDatabase("candor")
                                .getCollection("log", RawBsonDocument.class)
                                .find(filter)
                                .sort(sort)
                                .limit(3)
                                .map(BsonDocument::toJson)
                                .into(new ArrayList<>()))
                .hasSize(3);
    }

    @Test
    void nothingIsFoundWhereThereIsNoCollection() {
        var nothing = raw(new BsonDocument());
        assertThat(server.find("candor", "none", nothing, nothing, 1)).isEmpty();
        assertThat(server.find("other", "log", nothing, nothing, 1)).isEmpty();
    }

    @Test
    void aClosedServerFindsNothingAnyMore() {
        var nothing = raw(new BsonDocument());
        server.close();
        assertThatThrownBy(() -> server.find("candor", "log", nothing, nothing, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] raw(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer().array();
    }
}
