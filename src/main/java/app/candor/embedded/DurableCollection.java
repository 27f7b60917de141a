package app.candor.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection: BSON by position, positions ascending in the order of insertion.
 *
 * <p>One operation at a time. Each change is appended to the journal before the lock is given up;
 * {@link DurableBackend} then waits for the disk, outside the lock.
 */
final class DurableCollection extends AbstractSynchronizedMongoCollection<Long> {
    /** In bytes; the driver refuses messages of more than 48 million. */
    private static final int MESSAGE = 32 << 20;

    private final Store store;
    private final String namespace;
    private final TreeMap<Long, byte[]> documents;
    private int largest = 1;

    /** What the first read of everything, if this thread makes it, may leave out. */
    final ThreadLocal<@Nullable Document> preselection = new ThreadLocal<>();

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Store store) {
        super(database, name, options, cursors);
        this.store = store;
        this.namespace = database.getDatabaseName() + "." + name;
        this.documents = store.documents(namespace);
        documents.values().forEach(one -> largest = Math.max(largest, one.length));
        if (!name.startsWith("system.")) {
            addIndex(new OrderedIndex("_id_", List.of(new IndexKey("_id", true)), false, true));
        }
    }

    /** The server comes here for every query, as no index of ours answers one by itself. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var scan = IndexScan.best(indexes(), query, orderBy);
        var all = isNaturalDescending(orderBy) ? documents.descendingMap() : documents;
        return matchDocumentsFromStream(
                query,
                scan.map(IndexScan::positions)
                        .orElseGet(() -> all.keySet().stream())
                        .map(this::getDocument),
                skip,
                limit,
                batchSize,
                scan.isPresent() && scan.get().direction() != 0 ? null : deriveComparator(orderBy),
                projection);
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        var query = preselection.get();
        preselection.remove();
        return handleQueryAsStream(query == null ? new Document() : new Document("$query", query));
    }

    private List<OrderedIndex> indexes() {
        return getIndexes().stream().map(OrderedIndex.class::cast).toList();
    }

    @Override
    protected Document getDocument(Long position) {
        return Bson.decode(Objects.requireNonNull(documents.get(position)));
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry ->
                        new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
    }

    /**
     * @return how many were stored before one met a unique key that is taken
     */
    int insert(List<byte[]> added) {
        int stored = 0;
        try {
            for (var document : added) {
                addDocument(Bson.decode(document));
                stored++;
            }
        } catch (DuplicateKeyError taken) {
            // How many came before it is the answer.
        }
        return stored;
    }

    List<byte[]> find(byte[] filter, byte[] sort, int limit) {
        var selector =
                new Document("$query", Bson.decode(filter)).append("$orderby", Bson.decode(sort));
        return handleQuery(new QueryParameters(selector, 0, limit)).collectDocuments().stream()
                .map(Bson::encode)
                .toList();
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        var position = documents.isEmpty() ? 1 : documents.lastKey() + 1;
        put(position, Bson.encode(document));
        return position;
    }

    /** The indexes hold the new values already; they get the old ones back if it cannot be kept. */
    @Override
    protected void handleUpdate(Long position, Document old, Document changed) {
        try {
            put(position, Bson.encode(changed));
        } catch (RuntimeException e) {
            indexes().forEach(index -> index.updateInPlace(changed, old, position, this));
            throw e;
        }
    }

    @Override
    public synchronized void removeDocument(Document document) {
        var byId = getIndexes().isEmpty() ? null : getIndexes().getFirst();
        var position = byId == null ? findDocumentPosition(document) : byId.getPosition(document);
        if (position != null) {
            removeDocument(position);
            indexes().forEach(index -> index.remove(document, position));
        }
    }

    @Override
    protected void removeDocument(Long position) {
        store.journal().append(namespace, position, null);
        documents.remove(position);
    }

    private void put(Long position, byte[] document) {
        store.journal().append(namespace, position, document);
        documents.put(position, document);
        largest = Math.max(largest, document.length);
    }

    @Override
    public synchronized int count() {
        return documents.size();
    }

    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    @Override
    public synchronized void addIndex(Index<Long> index) {
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String indexName) {
        super.dropIndex(indexName);
    }

    @Override
    public synchronized void drop() {
        List.copyOf(documents.keySet()).forEach(this::removeDocument);
    }

    /** How many documents of this collection one message may carry, at least 1. */
    synchronized int documentsPerMessage() {
        return Math.max(1, MESSAGE / largest);
    }

    @Override
    protected Cursor createCursor(List<Document> remaining) {
        var id = cursorRegistry.generateCursorId();
        var cursor = new BoundedCursor(id, remaining, documentsPerMessage());
        cursorRegistry.add(cursor);
        return cursor;
    }

    /** The sizes of what is stored are not kept; {@link DurableBackend} refuses who asks. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("No sizes are kept");
    }

    @Override
    protected int getDataSize() {
        throw new UnsupportedOperationException("No sizes are kept");
    }
}
