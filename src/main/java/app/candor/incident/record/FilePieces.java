package app.candor.incident.record;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Bytes of attached files in pieces below the limit of a document, named by the hash of all. */
@Component
public class FilePieces {
    private static final String COLLECTION = "attachment_pieces";
    private static final int PIECE = 1024 * 1024;

    private final MongoTemplate mongo;

    FilePieces(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Writing the same file again changes nothing. */
    public String store(byte[] content) {
        var hash = sha256(content);
        for (var piece = 0; piece == 0 || piece * PIECE < content.length; piece++) {
            var end = Math.min(content.length, (piece + 1) * PIECE);
            var id = hash + ":" + piece;
            mongo.getCollection(COLLECTION)
                    .replaceOne(
                            Filters.eq("_id", id),
                            new Document("_id", id)
                                    .append(
                                            "bytes",
                                            new Binary(
                                                    Arrays.copyOfRange(
                                                            content, piece * PIECE, end))),
                            new ReplaceOptions().upsert(true));
        }
        return hash;
    }

    /**
     * @param size in bytes, as it was stored
     * @throws IllegalStateException if a piece is missing
     */
    public byte[] read(String hash, long size) {
        var all = new ByteArrayOutputStream((int) size);
        for (var piece = 0; piece == 0 || (long) piece * PIECE < size; piece++) {
            var found =
                    mongo.getCollection(COLLECTION)
                            .find(Filters.eq("_id", hash + ":" + piece))
                            .first();
            if (found == null) {
                throw new IllegalStateException("A piece of file " + hash + " is missing");
            }
            all.writeBytes(found.get("bytes", Binary.class).getData());
        }
        return all.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
