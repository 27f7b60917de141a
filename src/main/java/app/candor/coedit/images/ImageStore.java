package app.candor.coedit.images;

import app.candor.coedit.images.Picture.Format;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Pictures under the text they belong to and the SHA-256 of their bytes, in pieces that fit into a
 * document. Writing one twice changes nothing; what names one has all its pieces.
 */
@Component
class ImageStore {
    private static final int PIECE = 1024 * 1024;

    /** A text is no album; also keeps one person from filling the disk through it. */
    private static final int MOST_OF_A_TEXT = 200;

    private final MongoCollection<Document> images;
    private final MongoCollection<Document> pieces;
    private final Clock clock;

    ImageStore(MongoTemplate mongo, Clock clock) {
        this.images = mongo.getCollection("text_images");
        this.pieces = mongo.getCollection("text_image_pieces");
        this.clock = clock;
        images.createIndex(Indexes.ascending("docId"));
    }

    /**
     * @return the name it is found by: {@code 64 hexadecimal digits.png}
     * @throws ImageRefused if the text holds as many as it may
     */
    String keep(String textId, Picture picture, String by) {
        var sha256 = sha256(picture.bytes());
        var name = sha256 + "." + picture.format().ending();
        var id = textId + "/" + name;
        if (images.find(Filters.eq("_id", id)).first() != null) {
            return name;
        }
        if (images.countDocuments(Filters.eq("docId", textId)) >= MOST_OF_A_TEXT) {
            throw ImageRefused.tooLarge(
                    "This text holds " + MOST_OF_A_TEXT + " pictures, which is the most it may.");
        }
        var bytes = picture.bytes();
        for (int from = 0, number = 0; from < bytes.length; from += PIECE, number++) {
            var piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
            replace(pieces, new Document("_id", id + ":" + number).append("bytes", piece));
        }
        replace(
                images,
                new Document("_id", id)
                        .append("docId", textId)
                        .append("format", picture.format().name())
                        .append("size", bytes.length)
                        .append("width", picture.width())
                        .append("height", picture.height())
                        .append("by", by)
                        .append("at", Date.from(clock.instant())));
        return name;
    }

    /**
     * @throws IllegalStateException if a piece is missing
     */
    Optional<Picture> find(String textId, String name) {
        var id = textId + "/" + name;
        var found = images.find(Filters.eq("_id", id)).first();
        if (found == null) {
            return Optional.empty();
        }
        int size = found.getInteger("size");
        var bytes = new ByteArrayOutputStream(size);
        for (var number = 0; bytes.size() < size; number++) {
            var piece = pieces.find(Filters.eq("_id", id + ":" + number)).first();
            if (piece == null) {
                throw new IllegalStateException("A piece of a picture is gone");
            }
            bytes.writeBytes(piece.get("bytes", Binary.class).getData());
        }
        return Optional.of(
                new Picture(
                        Format.valueOf(found.getString("format")),
                        bytes.toByteArray(),
                        found.getInteger("width"),
                        found.getInteger("height")));
    }

    private static void replace(MongoCollection<Document> where, Document what) {
        where.replaceOne(
                Filters.eq("_id", what.get("_id")), what, new ReplaceOptions().upsert(true));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
