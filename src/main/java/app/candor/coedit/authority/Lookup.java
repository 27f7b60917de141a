package app.candor.coedit.authority;

import app.candor.embedded.EmbeddedServer;
import com.mongodb.MongoClientSettings;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How a collection is asked for few documents; who opens a text waits for two such answers. */
interface Lookup {

    /**
     * @param limit at most so many, at least 1
     */
    List<Document> find(Bson filter, Bson sort, int limit);

    /** In any MongoDB. */
    static Lookup byDriver(MongoTemplate mongo, String collection) {
        var documents = mongo.getCollection(collection);
        return (filter, sort, limit) ->
                documents.find(filter).sort(sort).limit(limit).into(new ArrayList<>());
    }

    /** In the store of this process, without the way over the wire. */
    static Lookup inProcess(EmbeddedServer server, String database, String collection) {
        var codec = new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry());
        return (filter, sort, limit) ->
                server.find(database, collection, bytes(filter), bytes(sort), limit).stream()
                        .map(found -> new RawBsonDocument(found).decode(codec))
                        .toList();
    }

    private static byte[] bytes(Bson bson) {
        BsonDocument document = bson.toBsonDocument();
        var raw = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
        var bytes = new byte[raw.remaining()];
        raw.get(bytes);
        return bytes;
    }
}
