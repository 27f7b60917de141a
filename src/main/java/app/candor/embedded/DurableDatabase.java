package app.candor.embedded;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;

/**
 * A database; its catalogue of collections and indexes is stored like any documents.
 *
 * <p>Refuses what it could only pretend to do: partial indexes, collations, text indexes, renaming.
 */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Long> {
    private static final int COMMAND_NOT_SUPPORTED = 115;

    private final Store store;

    DurableDatabase(String name, CursorRegistry cursors, Store store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected DurableCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new DurableCollection(this, name, options, cursorRegistry, store);
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, sparse, true);
    }

    @Override
    protected Index<Long> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, sparse, false);
    }

    @Override
    protected synchronized void addIndex(Document description) {
        for (var option : List.of("partialFilterExpression", "collation", "wildcardProjection")) {
            if (description.containsKey(option)) {
                throw refused("indexes with " + option);
            }
        }
        if (description.get("key") instanceof Document key
                && !key.values().stream().allMatch(Number.class::isInstance)) {
            throw refused("text, hashed and geographic indexes");
        }
        super.addIndex(description);
    }

    @Override
    public Document handleCommand(
            Channel channel,
            String command,
            Document query,
            DatabaseResolver databases,
            Oplog oplog) {
        if (!(resolveCollection(String.valueOf(query.get(command)), false)
                instanceof DurableCollection collection)) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> limitFirstBatch(collection, query);
            case "aggregate" -> preselect(collection, query);
            default -> {}
        }
        try {
            return super.handleCommand(channel, command, query, databases, oplog);
        } finally {
            collection.preselection.remove();
        }
    }

    int insert(String collection, List<byte[]> documents) {
        return ((DurableCollection) resolveOrCreateCollection(collection)).insert(documents);
    }

    List<byte[]> find(String collection, byte[] filter, byte[] sort, int limit) {
        var found = (DurableCollection) resolveCollection(collection, false);
        return found == null ? List.of() : found.find(filter, sort, limit);
    }

    /** Without a batch size the server would send everything in one message, however large. */
    private static void limitFirstBatch(DurableCollection collection, Document query) {
        var most = collection.documentsPerMessage();
        var wanted = query.get("batchSize") instanceof Number size ? size.intValue() : most;
        query.put("batchSize", Math.min(wanted, most));
    }

    /** The server would read the whole collection, even to count a few documents. */
    private static void preselect(DurableCollection collection, Document query) {
        if (query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && first.get("$match") instanceof Document match) {
            collection.preselection.set(match);
        }
    }

    @Override
    protected long getStorageSize() {
        throw refused("dbStats");
    }

    @Override
    protected long getFileSize() {
        throw refused("dbStats");
    }

    static MongoServerError refused(String what) {
        return new MongoServerError(
                COMMAND_NOT_SUPPORTED,
                "CommandNotSupported",
                "The embedded server does not do " + what + "; use MongoDB for it.");
    }
}
