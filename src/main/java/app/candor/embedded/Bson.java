package app.candor.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Documents as bytes. Each reader decodes its own copy, so nobody sees another's change half done.
 */
final class Bson {
    private static final int TOO_LARGE = 10334;

    private Bson() {}

    /**
     * @throws MongoServerError if the document is larger than MongoDB allows, 16 MiB
     */
    static byte[] encode(Document document) {
        var buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            var message = "A document of %d bytes is too large".formatted(buffer.readableBytes());
            throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge", message);
        }
        return ByteBufUtil.getBytes(buffer);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
