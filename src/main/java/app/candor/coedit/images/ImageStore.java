package app.candor.coedit.images;

import app.candor.coedit.images.Picture.Format;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Pictures in GridFS, under the text they belong to and the SHA-256 of their bytes. Keeping one
 * twice changes nothing. GridFS writes the file after its pieces, so what can be found is whole.
 */
@Component
class ImageStore {
    static final String BUCKET = "text_images";

    private static final String TEXT = "metadata.docId";

    /** A text is no album; also keeps one person from filling the disk through it. */
    private static final int MOST_OF_A_TEXT = 200;

    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;
    private final Clock clock;

    ImageStore(MongoTemplate mongo, Clock clock) {
        this.bucket = GridFSBuckets.create(mongo.getDb(), BUCKET);
        this.files = mongo.getCollection(BUCKET + ".files");
        this.clock = clock;
        files.createIndex(Indexes.ascending(TEXT));
    }

    /**
     * @return the name it is found by: {@code 64 hexadecimal digits.png}
     * @throws ImageRefused if the text holds as many as it may
     */
    String keep(String textId, Picture picture, String by) {
        var name = sha256(picture.bytes()) + "." + picture.format().ending();
        if (stored(textId, name) != null) {
            return name;
        }
        if (files.countDocuments(Filters.eq(TEXT, textId)) >= MOST_OF_A_TEXT) {
            throw ImageRefused.tooLarge(
                    "This text holds " + MOST_OF_A_TEXT + " pictures, which is the most it may.");
        }
        bucket.uploadFromStream(
                address(textId, name),
                new ByteArrayInputStream(picture.bytes()),
                new GridFSUploadOptions()
                        .metadata(
                                new Document("docId", textId)
                                        .append("format", picture.format().name())
                                        .append("width", picture.width())
                                        .append("height", picture.height())
                                        .append("by", by)
                                        .append("at", Date.from(clock.instant()))));
        return name;
    }

    /**
     * @throws com.mongodb.MongoGridFSException if a piece is missing
     */
    Optional<Picture> find(String textId, String name) {
        var found = stored(textId, name);
        if (found == null) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(Math.toIntExact(found.getLength()));
        bucket.downloadToStream(found.getId(), bytes);
        var metadata = Objects.requireNonNull(found.getMetadata());
        return Optional.of(
                new Picture(
                        Format.valueOf(metadata.getString("format")),
                        bytes.toByteArray(),
                        metadata.getInteger("width"),
                        metadata.getInteger("height")));
    }

    private @Nullable GridFSFile stored(String textId, String name) {
        return bucket.find(Filters.eq("filename", address(textId, name))).first();
    }

    private static String address(String textId, String name) {
        return textId + "/" + name;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
