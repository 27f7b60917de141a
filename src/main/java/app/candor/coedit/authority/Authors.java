package app.candor.coedit.authority;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import app.candor.coedit.Attribution;
import app.candor.prosemirror.Authorship;
import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Who wrote what, worked out from the log when somebody asks.
 *
 * <p>What was worked out over a long stretch of log is kept, so that the next question starts
 * there.
 */
final class Authors {
    static final String AUTHORS = "text_authors";

    /** Commits between two kept answers. */
    private static final int KEEP_EVERY = 1_000;

    private final MongoCollection<Document> kept;
    private final CommitLog log;
    private final Archive archive;

    private record At(long seq, Authorship authorship) {
        At after(Commit commit) {
            var origin =
                    Authorship.Origin.of(
                            commit.userId(), commit.seq(), commit.at(), through(commit));
            var next = authorship;
            for (var map : commit.maps().toList()) {
                next = next.after(map, origin);
            }
            return new At(commit.seq(), next);
        }
    }

    /** A suggestion's words are told apart from what its accepter typed beside them. */
    private static String through(Commit commit) {
        return commit.clientId().startsWith(Attribution.SUGGESTION) ? commit.clientId() : "";
    }

    Authors(MongoTemplate mongo, CommitLog log, Archive archive) {
        this.kept = mongo.getCollection(AUTHORS);
        this.log = log;
        this.archive = archive;
    }

    void createIndexes() {
        kept.createIndex(Indexes.ascending("docId", "seq"), new IndexOptions().unique(true));
    }

    /**
     * @param seq a version that there is
     */
    Authorship of(String textId, long seq) {
        var at = start(textId, seq);
        while (at.seq() < seq) {
            long next = Math.min(seq, (at.seq() / KEEP_EVERY + 1) * KEEP_EVERY);
            for (var commit : log.between(textId, at.seq(), next)) {
                at = at.after(commit);
            }
            if (at.seq() < next) {
                throw new IllegalStateException("The log of a text has a gap");
            }
            if (next % KEEP_EVERY == 0) {
                keep(textId, at);
            }
        }
        return at.authorship();
    }

    private At start(String textId, long seq) {
        var found =
                kept.find(and(eq("docId", textId), lte("seq", seq)))
                        .sort(Sorts.descending("seq"))
                        .limit(1)
                        .first();
        if (found != null) {
            var runs = found.getList("runs", Document.class).stream().map(Authors::run).toList();
            return new At(StoredState.number(found, "seq"), Authorship.of(runs));
        }
        var nobody = Authorship.Origin.of("", 0, Instant.EPOCH);
        return new At(0, Authorship.of(archive.at(textId, 0).doc().content().size(), nobody));
    }

    private void keep(String textId, At at) {
        var id = textId + "@" + at.seq();
        List<Document> runs = at.authorship().runs().stream().map(Authors::stored).toList();
        var document =
                new Document("_id", id)
                        .append("docId", textId)
                        .append("seq", at.seq())
                        .append("runs", runs);
        try {
            kept.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException | DuplicateKeyException e) {
            // Somebody else keeps the same answer at this moment.
        }
    }

    private static Document stored(Authorship.Run run) {
        var origin = run.origin();
        return new Document("size", run.size())
                .append("by", origin.by())
                .append("first", origin.first())
                .append("last", origin.last())
                .append("since", Date.from(origin.since()))
                .append("until", Date.from(origin.until()))
                .append("through", origin.through());
    }

    private static Authorship.Run run(Document stored) {
        return new Authorship.Run(
                stored.getInteger("size"),
                new Authorship.Origin(
                        stored.getString("by"),
                        StoredState.number(stored, "first"),
                        StoredState.number(stored, "last"),
                        stored.getDate("since").toInstant(),
                        stored.getDate("until").toInstant(),
                        stored.get("through", "")));
    }
}
