package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.embedded.EmbeddedServer;
import app.candor.embedded.TestMongo;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.StepWire;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A database and any number of nodes on it. */
final class AuthorityFixture implements AutoCloseable {
    static final Schema SCHEMA = Schema.candor();
    static final StepWire WIRE = new StepWire(SCHEMA);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:56:00Z"), ZoneOffset.UTC);
    static final CoeditSettings QUICK =
            new CoeditSettings(
                    Duration.ofMillis(50),
                    Duration.ofSeconds(30),
                    20,
                    30,
                    Duration.ofMillis(20),
                    300_000,
                    100_000,
                    10_000_000);

    private final @Nullable TestMongo server;
    private final @Nullable EmbeddedServer embedded;
    private final MongoClient client;
    private final MongoTemplate mongo;
    private final List<OpenTexts> nodes = new ArrayList<>();

    /** How commits get into the log: as on any MongoDB, or into the store of the same process. */
    enum Inserting {
        BY_DRIVER,
        IN_PROCESS
    }

    /** One process of the portal. */
    record PortalNode(OpenTexts open, Texts texts, Storage storage) {}

    AuthorityFixture() {
        this(Inserting.BY_DRIVER);
    }

    /** By the driver in any case where a real MongoDB is used. */
    AuthorityFixture(Inserting inserting) {
        this(new TestMongo(), inserting);
    }

    private AuthorityFixture(TestMongo server, Inserting inserting) {
        this(
                server,
                inserting == Inserting.IN_PROCESS ? server.embedded().orElse(null) : null,
                server.uri(),
                "coedit-" + UUID.randomUUID());
    }

    private AuthorityFixture(
            @Nullable TestMongo server,
            @Nullable EmbeddedServer embedded,
            String address,
            String database) {
        this.server = server;
        this.embedded = embedded;
        var uri = new ConnectionString(address);
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(uri)
                                .applyToClusterSettings(cluster ->
                                        cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                                .build());
        mongo = new MongoTemplate(client, database);
    }

    /** On a database somebody else starts and kills. */
    static AuthorityFixture on(String address) {
        var fixture = new AuthorityFixture(null, null, address, "coedit");
        fixture.awaitDatabase();
        return fixture;
    }

    /** In the process of a server that somebody else kills. */
    static AuthorityFixture in(EmbeddedServer embedded) {
        return new AuthorityFixture(null, embedded, embedded.address(), "coedit");
    }

    private void awaitDatabase() {
        for (int attempt = 0; ; attempt++) {
            try {
                mongo.executeCommand("{ping: 1}");
                return;
            } catch (RuntimeException notYet) {
                if (attempt == 20) {
                    throw notYet;
                }
            }
        }
    }

    PortalNode node() {
        return node(QUICK);
    }

    PortalNode node(CoeditSettings settings) {
        var configuration = new CoeditConfiguration();
        var storage = CoeditConfiguration.storage(mongo, embedded, SCHEMA, WIRE, CLOCK);
        var open = configuration.openTexts(storage, settings);
        nodes.add(open);
        return new PortalNode(open, configuration.texts(open, storage, SCHEMA), storage);
    }

    /** What a node reads and writes with at another time. */
    Storage storage(Clock clock) {
        return CoeditConfiguration.storage(mongo, embedded, SCHEMA, WIRE, clock);
    }

    /** A new text of one empty paragraph. */
    static String aText(PortalNode node) {
        return aText(node, SCHEMA.emptyDocument());
    }

    static String aText(PortalNode node, Node doc) {
        var id = UUID.randomUUID().toString();
        node.texts().create(new TextRef(id, "incident", "i-1"), doc);
        return id;
    }

    static Node paragraph(String words) {
        return SCHEMA.readDocument(
                "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":"
                        + "[{\"type\":\"text\",\"text\":\""
                        + words
                        + "\"}]}]}");
    }

    MongoCollection<Document> commits() {
        return mongo.getCollection(CommitLog.COMMITS);
    }

    /** The versions of a text that have a snapshot. */
    List<Long> snapshots(String text) {
        return mongo.getCollection(Snapshots.SNAPSHOTS)
                .find(Filters.eq("docId", text))
                .map(snapshot -> StoredState.number(snapshot, "seq"))
                .into(new ArrayList<>());
    }

    /** Documents of any collection, so that a test can say that nothing was left behind. */
    long documents() {
        return mongo.getCollectionNames().stream()
                .mapToLong(name -> mongo.getCollection(name).countDocuments())
                .sum();
    }

    void stopDatabase() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void close() {
        nodes.forEach(OpenTexts::destroy);
        client.close();
        stopDatabase();
    }
}
