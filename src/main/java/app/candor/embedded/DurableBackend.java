package app.candor.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers a command only when everything the answer rests on is on the disk.
 *
 * <p>That includes what others wrote and the answer shows: no reader acts on what a crash could
 * take back.
 */
final class DurableBackend extends AbstractMongoBackend {
    private static final Pattern WRITES =
            Pattern.compile(
                    "(?i)insert|update|delete|findAndModify|create(Indexes)?|drop(Database)?");

    /** Commands, and stages of a pipeline, that it could only pretend to do. */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "(?i)renameCollection|dropIndexes|listDatabases|validate|(coll|db)Stats|\\$(out|merge)");

    private final Store store;

    DurableBackend(Store store) {
        this.store = store;
        store.documents().keySet().stream()
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getCursorRegistry(), store);
    }

    /** After a journal error reads still answer, so that people can save what they see. */
    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        requireDone(command);
        if (query.get("pipeline") instanceof Collection<?> stages) {
            stages.forEach(
                    stage -> ((Document) stage).keySet().forEach(DurableBackend::requireDone));
        }
        var journal = store.journal();
        var writes = WRITES.matcher(command).matches();
        if (writes) {
            journal.requireWritable();
        }
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            if (writes || !journal.hasFailed()) {
                journal.awaitDurable();
            }
        }
    }

    /** See {@link EmbeddedServer#insert}; the caller waits for the disk. */
    int insert(String database, String collection, List<byte[]> documents) {
        store.journal().requireWritable();
        return ((DurableDatabase) resolveDatabase(database)).insert(collection, documents);
    }

    /** See {@link EmbeddedServer#find}; the caller waits for the disk. */
    List<byte[]> find(String database, String collection, byte[] filter, byte[] sort, int limit) {
        return ((DurableDatabase) resolveDatabase(database)).find(collection, filter, sort, limit);
    }

    /** Whether a reader has to wait; after a journal error there is nothing to wait for. */
    boolean owesTheDisk() {
        return !store.journal().hasFailed() && !store.journal().isDurable();
    }

    void awaitDurable() {
        store.journal().awaitDurable();
    }

    private static void requireDone(String command) {
        if (REFUSED.matcher(command).matches()) {
            throw DurableDatabase.refused(command);
        }
    }

    @Override
    public void close() {
        super.close();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
