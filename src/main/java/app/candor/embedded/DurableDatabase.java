package app.candor.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database; its catalogue of collections and indexes is stored like any documents.
 *
 * <p>Refuses what it could only pretend to do: partial indexes, collations, text indexes, renaming.
 */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Long> {
    private static final int COMMAND_NOT_SUPPORTED = 115;

    private final Store store;
    private final List<DurableCollection> opened = new ArrayList<>();

    DurableDatabase(String name, CursorRegistry cursors, Store store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
        List.copyOf(opened).forEach(this::completeCreation);
        opened.clear();
    }

    /** A crash between the two steps of creating a collection leaves it without its first index. */
    private void completeCreation(DurableCollection collection) {
        var name = collection.getCollectionName();
        if (!name.startsWith("system.") && collection.getIndexes().isEmpty()) {
            addIndex(
                    new Document("key", new Document("_id", 1))
                            .append("name", "_id_")
                            .append("ns", collection.getFullName()));
        }
    }

    @Override
    protected DurableCollection openOrCreateCollection(String name, CollectionOptions options) {
        var collection = new DurableCollection(this, name, options, cursorRegistry, store);
        opened.add(collection);
        return collection;
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
        if (command.equalsIgnoreCase("find")) {
            limitFirstBatch(String.valueOf(query.get(command)), query);
        }
        if (command.equalsIgnoreCase("aggregate")) {
            return aggregate(
                    query, () -> super.handleCommand(channel, command, query, databases, oplog));
        }
        if (command.equalsIgnoreCase("dropIndexes") && query.get("index") instanceof String name) {
            indexesOf(String.valueOf(query.get(command)), name)
                    .forEach(key ->
                            super.handleCommand(
                                    channel,
                                    command,
                                    query.clone().append("index", key),
                                    databases,
                                    oplog));
            return new Document("ok", 1.0);
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    /** Without a batch size the server would send everything in one message, however large. */
    private void limitFirstBatch(String name, Document query) {
        if (resolveCollection(name, false) instanceof DurableCollection collection) {
            var most = collection.documentsPerMessage();
            var wanted = query.get("batchSize") instanceof Number size ? size.intValue() : most;
            query.put("batchSize", Math.min(wanted, most));
        }
    }

    /** The server would read the whole collection, even to count a few documents. */
    private Document aggregate(Document query, Supplier<Document> answer) {
        return query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document match
                        && resolveCollection(String.valueOf(query.get("aggregate")), false)
                                instanceof DurableCollection collection
                ? collection.preselecting(match, answer)
                : answer.get();
    }

    /** Keys of the indexes with a name; the server itself would drop other collections' too. */
    private List<Document> indexesOf(String collection, String name) {
        var query = new Document("ns", getFullCollectionNamespace(collection));
        if (!name.equals("*")) {
            query.append("name", name);
        }
        var catalogue = indexes.get();
        return catalogue == null
                ? List.of()
                : catalogue
                        .handleQueryAsStream(query)
                        .map(description -> (Document) description.get("key"))
                        .filter(key -> !name.equals("*") || !isPrimaryKeyIndex(key))
                        .toList();
    }

    @Override
    public void moveCollection(
            MongoDatabase from, MongoCollection<?> collection, @Nullable String newName) {
        throw refused("renaming collections");
    }

    @Override
    protected long getStorageSize() {
        try {
            return store.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    static MongoServerError refused(String what) {
        return new MongoServerError(
                COMMAND_NOT_SUPPORTED,
                "CommandNotSupported",
                "The embedded server does not do " + what + "; use MongoDB for it.");
    }
}
