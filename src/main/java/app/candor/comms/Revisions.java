package app.candor.comms;

import app.candor.access.NotFound;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Revisions as they were submitted, each under the hash of its bytes; never changed. One that no
 * draft names, because a crash came in between, is harmless.
 */
@Component
class Revisions {
    private final MongoCollection<Document> revisions;

    Revisions(MongoTemplate mongo) {
        this.revisions = mongo.getCollection("revisions");
    }

    /** Keeps it; a repeat changes nothing. */
    void keep(Revision revision) {
        var bytes = revision.canonicalBytes();
        var hash = RevisionForm.sha256(bytes);
        revisions.replaceOne(
                Filters.eq("_id", hash),
                new Document("_id", hash)
                        .append("draft", revision.draft())
                        .append("number", revision.number())
                        .append("bytes", new Binary(bytes)),
                new ReplaceOptions().upsert(true));
    }

    /**
     * @throws NotFound if there is none of that hash
     * @throws IllegalStateException if the stored bytes do not have that hash any more
     */
    byte[] bytes(String hash) {
        var stored = revisions.find(Filters.eq("_id", hash)).first();
        if (stored == null) {
            throw new NotFound();
        }
        var bytes = stored.get("bytes", Binary.class).getData();
        if (!RevisionForm.sha256(bytes).equals(hash)) {
            throw new IllegalStateException("The stored bytes of revision " + hash + " changed");
        }
        return bytes;
    }

    /** As {@link #bytes}, read. */
    Revision get(String hash) {
        return RevisionForm.read(bytes(hash));
    }
}
