package app.candor.coedit.authority;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import app.candor.coedit.TextRef;
import app.candor.prosemirror.Schema;
import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Where reading a text starts, so that the log need not be replayed from its beginning.
 *
 * <p>A head document per text carries the newest snapshot: opening costs one read by {@code _id}
 * and a short range of the log. Earlier snapshots are kept for earlier versions, as many as {@link
 * SnapshotSpacing} asks for. Nothing here is the truth; a snapshot that was never written only
 * makes reading slower.
 */
final class Snapshots {
    static final String HEADS = "text_heads";
    static final String SNAPSHOTS = "text_snapshots";

    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> snapshots;
    private final Lookup lookup;
    private final Schema schema;
    private final Clock clock;

    /** A text's identity and its newest snapshot, which is unpacked when it is asked for. */
    record Head(TextRef ref, Supplier<TextState> snapshot) {}

    Snapshots(MongoTemplate mongo, Lookup lookup, Schema schema, Clock clock) {
        this.heads = mongo.getCollection(HEADS);
        this.snapshots = mongo.getCollection(SNAPSHOTS);
        this.lookup = lookup;
        this.schema = schema;
        this.clock = clock;
    }

    void createIndexes() {
        snapshots.createIndex(Indexes.ascending("docId", "seq"), new IndexOptions().unique(true));
    }

    /** Does nothing if there is a text of that id. */
    void create(TextRef ref, TextState initial) {
        var stored = StoredState.write(initial);
        var head =
                new Document("_id", ref.id())
                        .append("kind", ref.kind())
                        .append("owner", ref.owner())
                        .append("createdAt", Date.from(clock.instant()))
                        .append("initial", stored)
                        .append("snapshot", stored);
        try {
            heads.insertOne(head);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<Head> head(String textId) {
        return lookup.find(eq("_id", textId), Sorts.ascending("_id"), 1).stream()
                .findFirst()
                .map(head ->
                        new Head(
                                ref(head),
                                () ->
                                        StoredState.read(
                                                schema, head.get("snapshot", Document.class))));
    }

    Optional<TextRef> ref(String textId) {
        var fields = new Document("kind", 1).append("owner", 1);
        return Optional.ofNullable(heads.find(eq("_id", textId)).projection(fields).first())
                .map(Snapshots::ref);
    }

    /** The newest kept state at or before that version; empty if there is no such text. */
    Optional<TextState> atOrBefore(String textId, long seq) {
        var kept =
                snapshots
                        .find(and(eq("docId", textId), lte("seq", seq)))
                        .sort(Sorts.descending("seq"))
                        .limit(1)
                        .first();
        if (kept != null) {
            return Optional.of(StoredState.read(schema, kept));
        }
        return Optional.ofNullable(heads.find(eq("_id", textId)).first())
                .map(head -> StoredState.read(schema, head.get("initial", Document.class)));
    }

    /** For those who read earlier versions, and for who opens the text next. */
    void keep(String textId, TextState state) {
        var stored = StoredState.write(state);
        var snapshot = new Document("_id", textId + "@" + state.seq()).append("docId", textId);
        snapshot.putAll(stored);
        try {
            snapshots.replaceOne(
                    eq("_id", snapshot.get("_id")), snapshot, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException | DuplicateKeyException e) {
            // Another node keeps the same version at this moment: it is the same snapshot.
        }
        startAt(textId, stored);
        thinOut(textId);
    }

    /** For who opens the text next: at this version nothing of the log has to be read again. */
    void startAt(String textId, TextState state) {
        startAt(textId, StoredState.write(state));
    }

    private void startAt(String textId, Document stored) {
        heads.updateOne(
                and(eq("_id", textId), lt("snapshot.seq", stored.get("seq"))),
                Updates.set("snapshot", stored));
    }

    private void thinOut(String textId) {
        var seqs = new ArrayList<Long>();
        snapshots
                .find(eq("docId", textId))
                .projection(new Document("_id", 0).append("seq", 1))
                .sort(Sorts.ascending("seq"))
                .forEach(kept -> seqs.add(StoredState.number(kept, "seq")));
        var superfluous = SnapshotSpacing.superfluous(seqs);
        if (!superfluous.isEmpty()) {
            snapshots.deleteMany(and(eq("docId", textId), in("seq", superfluous)));
        }
    }

    /** Ids that begin so, of texts made before that moment. */
    List<String> beginningWith(String prefix, Instant before) {
        var found = new ArrayList<String>();
        heads.find(
                        and(
                                gte("_id", prefix),
                                lt("_id", prefix + Character.MAX_VALUE),
                                lt("createdAt", Date.from(before))))
                .projection(new Document("_id", 1))
                .forEach(head -> found.add(head.getString("_id")));
        return found;
    }

    /** Some texts, one of each owner. */
    List<TextRef> some(int most) {
        var byOwner = new LinkedHashMap<String, TextRef>();
        heads.find()
                .projection(new Document("kind", 1).append("owner", 1))
                .sort(Sorts.descending("_id"))
                .limit(most)
                .forEach(head -> byOwner.putIfAbsent(head.getString("owner"), ref(head)));
        return List.copyOf(byOwner.values());
    }

    /** For a text that never was anybody's. */
    void delete(String textId) {
        snapshots.deleteMany(eq("docId", textId));
        heads.deleteOne(eq("_id", textId));
    }

    private static TextRef ref(Document head) {
        return new TextRef(head.getString("_id"), head.getString("kind"), head.getString("owner"));
    }
}
