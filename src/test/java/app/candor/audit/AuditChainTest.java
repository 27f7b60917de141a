package app.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.embedded.TestMongo;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Somebody with the database in their hands, and what the verifier says to it. */
class AuditChainTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:40:00Z");

    private static TestMongo server;
    private static MongoClient client;

    private AuditLog log;
    private MongoCollection<Document> chain;
    private MongoCollection<Document> facts;

    @BeforeAll
    static void aDatabase() {
        server = new TestMongo();
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void noDatabase() {
        client.close();
        server.close();
    }

    @BeforeEach
    void fiveActs() {
        var mongo = new MongoTemplate(client, "audit-" + UUID.randomUUID());
        chain = mongo.getCollection("audit_chain");
        facts = mongo.getCollection("audit_facts");
        log = new AuditLog(mongo, Clock.fixed(NOW, ZoneOffset.UTC));
        act(log, "signed", 5);
    }

    @Test
    void aSoundChainHasNoFirstBrokenEntry() {
        assertThat(log.firstBroken()).isEmpty();
    }

    @Test
    void anEditedEntryIsNamedWhicheverFieldWasEdited() {
        for (var field : List.of("actor", "action", "subject", "incident", "factsHash", "event")) {
            var before = chain.find(Filters.eq("_id", 3L)).first();
            chain.updateOne(Filters.eq("_id", 3L), Updates.set(field, "other"));

            assertThat(log.firstBroken()).as(field).contains(3L);

            chain.replaceOne(Filters.eq("_id", 3L), before);
            assertThat(log.firstBroken()).as("put back").isEmpty();
        }
    }

    @Test
    void anEntryHashedAgainAfterAnEditBreaksTheNextOne() {
        rewrite(3, "somebody else", log.before(3, 1).getFirst().hash());

        assertThat(log.firstBroken()).contains(4L);
    }

    @Test
    void factsEditedBesideTheChainAreNoticed() {
        facts.updateOne(
                Filters.eq("_id", "signed-2"),
                Updates.set("facts", List.of(new Document("name", "n").append("value", "9"))));

        assertThat(log.firstBroken()).contains(2L);
    }

    @Test
    void factsMayBeErasedWithoutBreakingTheChain() {
        facts.deleteOne(Filters.eq("_id", "signed-2"));

        assertThat(log.firstBroken()).isEmpty();
    }

    @Test
    void aDeletedEntryIsNamedByItsNumber() {
        chain.deleteOne(Filters.eq("_id", 2L));

        assertThat(log.firstBroken()).contains(2L);
    }

    @Test
    void twoEntriesThatChangedPlacesAreNoticed() {
        var third = chain.find(Filters.eq("_id", 3L)).first();
        var fourth = chain.find(Filters.eq("_id", 4L)).first();
        chain.deleteMany(Filters.in("_id", 3L, 4L));
        chain.insertOne(new Document(third).append("_id", 4L));
        chain.insertOne(new Document(fourth).append("_id", 3L));

        assertThat(log.firstBroken()).contains(3L);
    }

    @Test
    void aTruncatedChainDoesNotHoldTheHeadThatStandsOutside() {
        var printed = log.head().orElseThrow();
        chain.deleteMany(Filters.gt("_id", 3L));

        assertThat(log.firstBroken()).isEmpty();
        assertThat(log.holds(printed.number(), printed.hash())).isFalse();
    }

    @Test
    void aChainRewrittenAsAWholeDoesNotHoldTheHeadThatStandsOutside() {
        var printed = log.head().orElseThrow();
        var previous = ChainHash.START;
        for (var number = 1L; number <= 5; number++) {
            previous = rewrite(number, "somebody else", previous);
        }

        assertThat(log.firstBroken()).isEmpty();
        assertThat(log.holds(printed.number(), printed.hash())).isFalse();
    }

    @Test
    void aLogThatGrewHoldsEveryEarlierHead() {
        var printed = log.head().orElseThrow();
        act(log, "released", 3);

        assertThat(log.holds(printed.number(), printed.hash())).isTrue();
    }

    /** As somebody would who knows how entries are hashed. */
    private String rewrite(long number, String actor, String previous) {
        var entry = log.before(number + 1, 1).getFirst();
        var hash =
                ChainHash.of(
                        number,
                        entry.event(),
                        entry.at(),
                        actor,
                        entry.action(),
                        entry.subject(),
                        entry.incident(),
                        entry.factsHash(),
                        previous);
        chain.updateOne(
                Filters.eq("_id", number),
                Updates.combine(
                        Updates.set("actor", actor),
                        Updates.set("previous", previous),
                        Updates.set("hash", hash)));
        return hash;
    }

    private static void act(AuditLog log, String action, int times) {
        for (var n = 1; n <= times; n++) {
            log.append(
                    action + "-" + n,
                    NOW,
                    "ines",
                    action,
                    "draft:d1",
                    "INC",
                    Map.of("n", Integer.toString(n)));
        }
    }
}
