package app.candor.coedit.authority;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import app.candor.prosemirror.Json;
import app.candor.prosemirror.StepWire;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The log of all texts' commits in MongoDB.
 *
 * <p>Inserting the unique ({@code docId}, {@code seq}) is the optimistic append: whoever inserts a
 * number first has it, on any number of nodes. A commit counts as stored once a majority of the
 * replica set has it in its journal.
 */
final class CommitLog {
    static final String COMMITS = "text_commits";

    /** Set with the commit itself, so that no crash comes between a mention and its notice. */
    private static final String UNTOLD = "untold";

    private final MongoCollection<Document> commits;
    private final Insertion insertion;
    private final Lookup lookup;
    private final StepWire wire;

    CommitLog(MongoTemplate mongo, Insertion insertion, Lookup lookup, StepWire wire) {
        this.commits =
                mongo.getCollection(COMMITS)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.insertion = insertion;
        this.lookup = lookup;
        this.wire = wire;
    }

    void createIndexes() {
        var unique = new IndexOptions().unique(true);
        commits.createIndex(Indexes.ascending("docId", "seq"), unique);
        commits.createIndex(Indexes.ascending("docId", "clientId", "clientSeq"), unique);
        commits.createIndex(Indexes.ascending(UNTOLD), new IndexOptions().sparse(true));
    }

    /**
     * Stores the commits in order until one of them meets a number that is taken.
     *
     * @return how many were stored, counted from the first
     */
    int append(String textId, List<Commit> additions) {
        return insertion.insert(
                additions.stream().map(commit -> document(textId, commit)).toList());
    }

    /** The commits after that version, oldest first, at most {@code limit}. */
    List<Commit> after(String textId, long seq, int limit) {
        return read(and(eq("docId", textId), gt("seq", seq)), limit);
    }

    /** The commits after one version up to another, oldest first. */
    List<Commit> between(String textId, long after, long upTo) {
        return read(
                and(eq("docId", textId), gt("seq", after), lte("seq", upTo)),
                Math.toIntExact(upTo - after));
    }

    Optional<Commit> of(String textId, String clientId, long clientSeq) {
        return Optional.ofNullable(
                        commits.find(
                                        and(
                                                eq("docId", textId),
                                                eq("clientId", clientId),
                                                eq("clientSeq", clientSeq)))
                                .first())
                .map(this::commit);
    }

    /** The commit with the highest number a tab gave. */
    Optional<Commit> latestOf(String textId, String clientId) {
        return Optional.ofNullable(
                        commits.find(and(eq("docId", textId), eq("clientId", clientId)))
                                .sort(Sorts.descending("clientSeq"))
                                .limit(1)
                                .first())
                .map(this::commit);
    }

    /** Commits that mention somebody, of whom nobody was told yet. */
    List<WrittenMentions> untold(int limit) {
        var found = new ArrayList<WrittenMentions>();
        for (var document : commits.find(eq(UNTOLD, true)).limit(limit)) {
            var commit = commit(document);
            found.add(
                    new WrittenMentions(
                            document.getString("docId"),
                            commit.seq(),
                            commit.userId(),
                            WrittenMentions.in(commit.steps())));
        }
        return found;
    }

    void told(String textId, long seq) {
        commits.updateOne(and(eq("docId", textId), eq("seq", seq)), Updates.unset(UNTOLD));
    }

    /** For a text that never was anybody's; all others keep their log for ever. */
    void delete(String textId) {
        commits.deleteMany(eq("docId", textId));
    }

    private List<Commit> read(Bson filter, int limit) {
        var found = new ArrayList<Commit>();
        if (limit > 0) {
            for (var document : lookup.find(filter, Sorts.ascending("seq"), limit)) {
                found.add(commit(document));
            }
        }
        return found;
    }

    /** Written by hand: nothing else is stored as often. */
    private static byte[] document(String textId, Commit commit) {
        var bytes = new BasicOutputBuffer(512);
        try (var document = new BsonBinaryWriter(bytes)) {
            document.writeStartDocument();
            document.writeObjectId("_id", new ObjectId());
            document.writeString("docId", textId);
            write(document, "seq", commit.seq());
            document.writeString("clientId", commit.clientId());
            write(document, "clientSeq", commit.clientSeq());
            document.writeString("userId", commit.userId());
            document.writeDateTime("at", commit.at().toEpochMilli());
            document.writeString("steps", commit.wire());
            if (!WrittenMentions.in(commit.steps()).isEmpty()) {
                document.writeBoolean(UNTOLD, true);
            }
            var lock = commit.lock();
            if (lock != null) {
                document.writeStartDocument("lock");
                document.writeBoolean("locked", lock.locked());
                document.writeString("reason", lock.reason());
                document.writeEndDocument();
            }
            document.writeEndDocument();
            return bytes.toByteArray();
        }
    }

    /** In four bytes if they do; MongoDB compares and indexes numbers of both sizes by value. */
    private static void write(BsonBinaryWriter document, String field, long number) {
        if (number == (int) number) {
            document.writeInt32(field, (int) number);
        } else {
            document.writeInt64(field, number);
        }
    }

    private Commit commit(Document document) {
        var steps = document.getString("steps");
        var lock = document.get("lock", Document.class);
        return new Commit(
                StoredState.number(document, "seq"),
                document.getString("clientId"),
                StoredState.number(document, "clientSeq"),
                document.getString("userId"),
                document.getDate("at").toInstant(),
                wire.readAll(Json.parse(steps)),
                steps,
                lock == null
                        ? null
                        : new LockEntry(lock.getBoolean("locked"), lock.getString("reason")));
    }
}
