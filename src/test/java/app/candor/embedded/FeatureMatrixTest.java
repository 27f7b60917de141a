package app.candor.embedded;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.out;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Candor asks of MongoDB, asked of the embedded server through the real driver. */
class FeatureMatrixTest {
    @TempDir Path folder;
    private RunningServer server;
    private MongoCollection<Document> things;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.on(folder);
        things = server.collection("things");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Document thing(Object id, int size) {
        return new Document("_id", id).append("size", size);
    }

    private List<Object> ids(Bson filter) {
        return things.find(filter)
                .sort(ascending("_id"))
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void anUpdateHappensOnlyWhereItsConditionStillHolds() {
        things.insertOne(thing("a", 1));
        var first = things.updateOne(and(eq("_id", "a"), eq("size", 1)), set("size", 2));
        var second = things.updateOne(and(eq("_id", "a"), eq("size", 1)), set("size", 3));
        assertThat(first.getModifiedCount()).isOne();
        assertThat(second.getMatchedCount()).isZero();
        assertThat(things.find(eq("_id", "a")).first()).isEqualTo(thing("a", 2));
    }

    @Test
    void anUpsertInsertsOnceAndUpdatesAfterwards() {
        var options = new UpdateOptions().upsert(true);
        var update = combine(inc("size", 1), setOnInsert("made", true));
        assertThat(things.updateOne(eq("_id", "a"), update, options).getUpsertedId()).isNotNull();
        assertThat(things.updateOne(eq("_id", "a"), update, options).getUpsertedId()).isNull();
        assertThat(things.find().first()).isEqualTo(thing("a", 2).append("made", true));
    }

    @Test
    void findAndModifyReturnsTheDocumentBeforeOrAfter() {
        things.insertOne(thing("a", 1));
        var before = things.findOneAndUpdate(eq("_id", "a"), inc("size", 1));
        var after =
                things.findOneAndUpdate(
                        eq("_id", "a"),
                        inc("size", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        assertThat(before).isEqualTo(thing("a", 1));
        assertThat(after).isEqualTo(thing("a", 3));
        assertThat(things.findOneAndReplace(eq("_id", "a"), thing("a", 9))).isEqualTo(after);
        assertThat(things.findOneAndDelete(eq("_id", "a"))).isEqualTo(thing("a", 9));
        assertThat(things.countDocuments()).isZero();
    }

    @Test
    void aSecondDocumentWithTheSameIdIsADuplicate() {
        things.insertOne(thing("a", 1));
        assertThatThrownBy(() -> things.insertOne(thing("a", 2)))
                .asInstanceOf(type(MongoWriteException.class))
                .satisfies(e -> {
                    assertThat(e.getError().getCode()).isEqualTo(11000);
                    assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                });
    }

    @Test
    void aUniqueIndexRefusesInsertsUpdatesAndUpsertsAlike() {
        things.createIndex(
                ascending("docId", "seq"), new IndexOptions().unique(true).name("place"));
        things.insertOne(new Document("_id", 1).append("docId", "d").append("seq", 1));
        things.insertOne(new Document("_id", 2).append("docId", "d").append("seq", 2L));
        assertThatThrownBy(() -> things.insertOne(new Document("docId", "d").append("seq", 2)))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> things.updateOne(eq("_id", 1), inc("seq", 1)))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> things.findOneAndUpdate(eq("_id", 1), inc("seq", 1)))
                .isInstanceOf(MongoCommandException.class)
                .extracting(e -> ((MongoCommandException) e).getCode())
                .isEqualTo(11000);
        assertThat(things.find(and(eq("docId", "d"), gt("seq", 0))).sort(descending("seq")))
                .extracting(document -> document.get("_id"))
                .containsExactly(2, 1);
        things.updateOne(eq("_id", 2), set("seq", 3));
        things.insertOne(new Document("_id", 3).append("docId", "d").append("seq", 2));
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    @Test
    void aUniqueIndexIsNotBuiltOverDuplicates() {
        things.insertMany(List.of(thing("a", 1), thing("b", 1)));
        assertThatThrownBy(() ->
                        things.createIndex(ascending("size"), new IndexOptions().unique(true)))
                .hasMessageContaining("E11000");
        things.insertOne(thing("c", 1));
        assertThat(things.listIndexes()).hasSize(1);
    }

    @Test
    void aSparseUniqueIndexLeavesOutDocumentsWithoutItsField() {
        things.createIndex(ascending("mail"), new IndexOptions().unique(true).sparse(true));
        things.insertMany(List.of(thing("a", 1), thing("b", 2)));
        things.insertOne(thing("c", 3).append("mail", "x@example.org"));
        assertThatThrownBy(() -> things.insertOne(thing("d", 4).append("mail", "x@example.org")))
                .hasMessageContaining("E11000");
        things.deleteOne(eq("_id", "a"));
        things.updateOne(eq("_id", "b"), set("mail", "y@example.org"));
        assertThat(ids(eq("mail", null))).isEmpty();
        assertThat(ids(eq("mail", "y@example.org"))).containsExactly("b");
    }

    @Test
    void queriesKnowInAndRangesAndArrays() {
        things.createIndex(ascending("size"));
        things.createIndex(ascending("tags"));
        IntStream.range(0, 10)
                .forEach(i ->
                        things.insertOne(
                                thing(i, i).append("tags", List.of("t" + i, "t" + i % 3))));
        assertThat(ids(in("size", 2, 3.0, 99L))).containsExactly(2, 3);
        assertThat(ids(and(gt("size", 2), lt("size", 5)))).containsExactly(3, 4);
        assertThat(ids(eq("tags", "t2"))).containsExactly(2, 5, 8);
        assertThat(things.find().sort(descending("size")).skip(2).limit(3))
                .extracting(document -> document.get("_id"))
                .containsExactly(7, 6, 5);
        assertThat(things.countDocuments(gt("size", 6))).isEqualTo(3);
        assertThat(things.distinct("size", gt("size", 7), Integer.class)).containsExactly(8, 9);
    }

    @Test
    void arraysArePushedToAndPulledFrom() {
        things.insertOne(thing("a", 1));
        things.updateOne(eq("_id", "a"), push("events", new Document("id", 1)));
        things.updateOne(eq("_id", "a"), push("events", new Document("id", 2)));
        things.updateOne(eq("_id", "a"), pull("events", new Document("id", 1)));
        assertThat(things.find(eq("events.id", 2)).first())
                .isEqualTo(thing("a", 1).append("events", List.of(new Document("id", 2))));
        assertThat(ids(eq("events.id", 1))).isEmpty();
    }

    @Test
    void aggregationGroupsAndSums() {
        IntStream.range(0, 6).forEach(i -> things.insertOne(thing(i, i).append("kind", i % 2)));
        var totals =
                things.aggregate(
                        List.of(
                                match(gt("size", 0)),
                                group("$kind", sum("total", "$size")),
                                sort(ascending("_id"))));
        assertThat(totals)
                .containsExactly(
                        new Document("_id", 0).append("total", 6),
                        new Document("_id", 1).append("total", 9));
    }

    @Test
    void gridFsKeepsALargeFileAcrossARestart() throws IOException {
        var content = new byte[60_000_000];
        new Random(7).nextBytes(content);
        var id =
                GridFSBuckets.create(server.database())
                        .uploadFromStream("picture", new ByteArrayInputStream(content));
        server = server.restarted();
        var back = new ByteArrayOutputStream();
        GridFSBuckets.create(server.database()).downloadToStream(id, back);
        assertThat(back.toByteArray()).isEqualTo(content);
        GridFSBuckets.create(server.database()).delete(id);
        assertThat(server.collection("fs.chunks").countDocuments()).isZero();
    }

    @Test
    void aLongAnswerComesInBatches() {
        things.insertMany(IntStream.range(0, 1_000).mapToObj(i -> thing(i, i)).toList());
        assertThat(things.find().batchSize(7)).hasSize(1_000);
    }

    @Test
    void aDroppedCollectionIsGoneAlsoAfterARestart() throws IOException {
        things.createIndex(ascending("size"), new IndexOptions().unique(true));
        things.insertOne(thing("a", 1));
        things.drop();
        server.collection("other").insertOne(thing("b", 1));
        server.client().getDatabase("second").getCollection("c").insertOne(thing("c", 1));
        server.client().getDatabase("second").drop();
        server = server.restarted();
        assertThat(server.database().listCollectionNames()).containsExactly("other");
        assertThat(server.client().getDatabase("second").listCollectionNames()).isEmpty();
        things = server.collection("things");
        things.insertMany(List.of(thing("a", 1), thing("b", 1)));
    }

    @Test
    void documentsOfEveryTypeComeBackAsTheyWere() throws IOException {
        var all =
                new Document("_id", new ObjectId())
                        .append("n", null)
                        .append("i", 1)
                        .append("l", Long.MAX_VALUE)
                        .append("d", 1.5)
                        .append("big", Decimal128.parse("1.50"))
                        .append("s", "ünï\u0000\ud83d\ude00")
                        .append("at", new Date(0))
                        .append("raw", new Binary(new byte[] {1, 2}))
                        .append("list", List.of(1, new Document("x", List.of())));
        things.insertOne(all);
        server = server.restarted();
        assertThat(server.collection("things").find().first()).isEqualTo(all);
    }

    @Test
    void whatTheServerCannotDoItRefusesInsteadOfPretending() {
        things.insertOne(thing("a", 1));
        assertThatThrownBy(() ->
                        things.createIndex(
                                ascending("size"),
                                new IndexOptions().partialFilterExpression(gt("size", 1))))
                .isInstanceOf(MongoServerException.class)
                .hasMessageContaining("partialFilterExpression");
        assertThatThrownBy(() -> things.createIndex(new Document("size", "text")))
                .hasMessageContaining("text");
        assertThatThrownBy(() -> things.renameCollection(new MongoNamespace("candor.more")))
                .hasMessageContaining("renameCollection");
        assertThatThrownBy(() -> things.dropIndex("size_1")).hasMessageContaining("dropIndexes");
        assertThatThrownBy(() -> things.aggregate(List.of(out("more"))).toCollection())
                .hasMessageContaining("$out");
        assertThatThrownBy(() -> server.database().runCommand(new Document("collStats", "things")))
                .hasMessageContaining("collStats");
    }

    @Test
    void aSortOnSeveralKeysUsesTheirDirections() {
        things.createIndex(orderBy(ascending("kind"), descending("size")));
        IntStream.range(0, 6).forEach(i -> things.insertOne(thing(i, i).append("kind", i % 2)));
        assertThat(things.find().sort(orderBy(ascending("kind"), descending("size"))))
                .extracting(document -> document.get("_id"))
                .containsExactly(4, 2, 0, 5, 3, 1);
        assertThat(things.find().sort(orderBy(descending("kind"), ascending("size"))))
                .extracting(document -> document.get("_id"))
                .containsExactly(1, 3, 5, 0, 2, 4);
    }
}
