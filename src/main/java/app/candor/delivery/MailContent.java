package app.candor.delivery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Messages as they leave, under the SHA-256 of their bytes, in pieces that fit into a document.
 * Writing one twice changes nothing.
 */
@Component
class MailContent {
    private static final int PIECE = 4 * 1024 * 1024;

    private final MongoCollection<Document> pieces;

    MailContent(MongoTemplate mongo) {
        this.pieces = mongo.getCollection("delivery_content");
    }

    void keep(String sha256, byte[] bytes) {
        for (int from = 0, number = 0; from < bytes.length; from += PIECE, number++) {
            var piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
            var id = sha256 + ":" + number;
            pieces.replaceOne(
                    Filters.eq("_id", id),
                    new Document("_id", id).append("bytes", new Binary(piece)),
                    new ReplaceOptions().upsert(true));
        }
    }

    /**
     * @throws IllegalStateException if a piece is missing or was changed
     */
    byte[] read(String sha256, long size) {
        var bytes = new ByteArrayOutputStream((int) size);
        for (var number = 0; bytes.size() < size; number++) {
            var piece = pieces.find(Filters.eq("_id", sha256 + ":" + number)).first();
            if (piece == null) {
                throw new IllegalStateException("Piece " + number + " of " + sha256 + " is gone");
            }
            bytes.writeBytes(piece.get("bytes", Binary.class).getData());
        }
        var whole = bytes.toByteArray();
        if (!Eml.sha256(whole).equals(sha256)) {
            throw new IllegalStateException("The stored bytes no longer match " + sha256);
        }
        return whole;
    }
}
