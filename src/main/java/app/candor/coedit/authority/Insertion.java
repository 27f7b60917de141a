package app.candor.coedit.authority;

import app.candor.embedded.EmbeddedServer;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import org.bson.RawBsonDocument;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How documents get into the log: in order, until one of them meets a number that is taken. */
interface Insertion {

    /**
     * Returns once they would survive any crash.
     *
     * @param documents BSON, each with an {@code _id}
     * @return how many were stored, counted from the first
     */
    int insert(List<byte[]> documents);

    /** To the store of this process, without the way over the wire. */
    static Insertion inProcess(EmbeddedServer server, String database, String collection) {
        return documents -> server.insert(database, collection, documents);
    }

    /** To any MongoDB: a majority of its replica set has them in their journals then. */
    static Insertion byDriver(MongoTemplate mongo, String collection) {
        var inserted =
                mongo.getDb()
                        .getCollection(collection, RawBsonDocument.class)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        return documents -> {
            try {
                inserted.insertMany(
                        documents.stream().map(RawBsonDocument::new).toList(),
                        new InsertManyOptions().ordered(true));
                return documents.size();
            } catch (MongoBulkWriteException e) {
                var errors = e.getWriteErrors();
                if (errors.size() == 1
                        && errors.getFirst().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return errors.getFirst().getIndex();
                }
                throw e;
            }
        };
    }
}
