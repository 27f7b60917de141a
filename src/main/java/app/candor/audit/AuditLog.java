package app.candor.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The append-only, hash-chained log. Entry {@code n + 1} is inserted under that number as its key,
 * so two nodes cannot both write it; the loser reads the new head and goes on.
 */
@Component
public class AuditLog {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> chain;
    private final MongoCollection<Document> facts;
    private final Clock clock;
    private final ReentrantLock here = new ReentrantLock();

    AuditLog(MongoTemplate mongo, Clock clock) {
        this.chain = mongo.getCollection("audit_chain");
        this.facts = mongo.getCollection("audit_facts");
        this.clock = clock;
        chain.createIndex(Indexes.ascending("event"), new IndexOptions().unique(true));
        chain.createIndex(Indexes.ascending("subject", "_id"));
        chain.createIndex(Indexes.ascending("incident", "_id"));
    }

    /** Appends once for each event id; a repeat changes nothing. */
    public void append(
            String event,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String incident,
            Map<String, String> details) {
        here.lock();
        try {
            facts.replaceOne(
                    Filters.eq("_id", event),
                    new Document("_id", event).append("facts", pairs(details)),
                    new ReplaceOptions().upsert(true));
            while (chain.find(Filters.eq("event", event)).first() == null) {
                tryAppend(event, at, actor, action, subject, incident, details);
            }
        } finally {
            here.unlock();
        }
    }

    /**
     * A refused act: written before the answer, since it changes no aggregate that could owe it.
     */
    public void refused(
            String actor, String action, String subject, @Nullable String incident, String reason) {
        append(
                UUID.randomUUID().toString(),
                clock.instant(),
                actor,
                action + " refused",
                subject,
                incident,
                Map.of("reason", reason));
    }

    /** The newest entry: its hash stands for the whole log. */
    public Optional<AuditEntry> head() {
        return Optional.ofNullable(chain.find().sort(Sorts.descending("_id")).first())
                .map(this::entry);
    }

    /** Entries of one subject, oldest first. */
    public List<AuditEntry> of(String subject) {
        return entries(Filters.eq("subject", subject), Sorts.ascending("_id"), 0);
    }

    /**
     * A page of the log, newest first.
     *
     * @param before entries with a smaller number only
     * @param limit 1 to 500
     */
    public List<AuditEntry> before(long before, int limit) {
        return entries(
                Filters.lt("_id", before), Sorts.descending("_id"), Math.clamp(limit, 1, 500));
    }

    /**
     * Walks the whole chain.
     *
     * @return the number of the first entry that was changed, removed or does not follow; empty
     *     when all is well
     */
    public Optional<Long> firstBroken() {
        var previous = ChainHash.START;
        var expected = 1L;
        for (var document : chain.find().sort(Sorts.ascending("_id"))) {
            var entry = entry(document);
            if (entry.number() != expected
                    || !entry.previous().equals(previous)
                    || !entry.hash().equals(recomputed(entry))
                    || !factsMatch(entry)) {
                return Optional.of(expected);
            }
            previous = entry.hash();
            expected++;
        }
        return Optional.empty();
    }

    /**
     * Whether a head that was noted outside, on a sign-off sheet or in a proof of release, still
     * stands in this log. One that does not shows that the log was cut or rewritten as a whole.
     */
    boolean holds(long number, String hash) {
        var document = chain.find(Filters.eq("_id", number)).first();
        return document != null && entry(document).hash().equals(hash);
    }

    private boolean factsMatch(AuditEntry entry) {
        var beside = facts.find(Filters.eq("_id", entry.event())).first();
        return beside == null || ChainHash.ofFacts(entry.facts()).equals(entry.factsHash());
    }

    private static String recomputed(AuditEntry entry) {
        return ChainHash.of(
                entry.number(),
                entry.event(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.incident(),
                entry.factsHash(),
                entry.previous());
    }

    private void tryAppend(
            String event,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String incident,
            Map<String, String> details) {
        var head = chain.find().sort(Sorts.descending("_id")).first();
        var number = head == null ? 1 : head.getLong("_id") + 1;
        var previous = head == null ? ChainHash.START : head.getString("hash");
        var millis = at.truncatedTo(ChronoUnit.MILLIS);
        var factsHash = ChainHash.ofFacts(details);
        var hash =
                ChainHash.of(
                        number, event, millis, actor, action, subject, incident, factsHash,
                        previous);
        try {
            chain.insertOne(
                    new Document("_id", number)
                            .append("event", event)
                            .append("at", Date.from(millis))
                            .append("actor", actor)
                            .append("action", action)
                            .append("subject", subject)
                            .append("incident", incident)
                            .append("factsHash", factsHash)
                            .append("previous", previous)
                            .append("hash", hash));
        } catch (com.mongodb.MongoWriteException e) {
            if (e.getError().getCode() != DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private List<AuditEntry> entries(Bson filter, Bson sort, int limit) {
        var found = new ArrayList<AuditEntry>();
        for (var document : chain.find(filter).sort(sort).limit(limit)) {
            found.add(entry(document));
        }
        return found;
    }

    private AuditEntry entry(Document document) {
        var beside = facts.find(Filters.eq("_id", document.getString("event"))).first();
        return new AuditEntry(
                document.getLong("_id"),
                document.getString("event"),
                document.getDate("at").toInstant(),
                document.getString("actor"),
                document.getString("action"),
                document.getString("subject"),
                document.getString("incident"),
                document.getString("factsHash"),
                document.getString("previous"),
                document.getString("hash"),
                beside == null ? Map.of() : facts(beside));
    }

    private static List<Document> pairs(Map<String, String> details) {
        return details.entrySet().stream()
                .map(fact -> new Document("name", fact.getKey()).append("value", fact.getValue()))
                .toList();
    }

    private static Map<String, String> facts(Document beside) {
        var read = new TreeMap<String, String>();
        for (var pair : beside.getList("facts", Document.class)) {
            read.put(pair.getString("name"), pair.getString("value"));
        }
        return read;
    }
}
