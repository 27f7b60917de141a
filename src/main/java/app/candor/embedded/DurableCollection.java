package app.candor.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection: BSON by position, positions ascending in the order of insertion.
 *
 * <p>One operation at a time. Each change is appended to the journal before the lock is given up;
 * {@link DurableBackend} then waits for the disk, outside the lock.
 */
final class DurableCollection extends AbstractSynchronizedMongoCollection<Long> {
    private final Store store;
    private final String namespace;
    private final TreeMap<Long, byte[]> documents;
    private final ThreadLocal<@Nullable Document> preselection = new ThreadLocal<>();
    private long bytes;
    private int largest = 1;

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
        documents.values().forEach(document -> account(document.length));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var scan = IndexScan.best(indexes(), query, orderBy);
        if (scan == null) {
            return matchDocuments(query, orderBy, skip, limit, batchSize, projection);
        }
        return matchDocumentsFromStream(
                query,
                scan.positions().map(this::getDocument),
                skip,
                limit,
                batchSize,
                scan.sorted() ? null : deriveComparator(orderBy),
                projection);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var all = isNaturalDescending(orderBy) ? documents.descendingMap() : documents;
        return matchDocumentsFromStream(
                all.values().stream().map(Bson::decode),
                query,
                orderBy,
                skip,
                limit,
                batchSize,
                projection);
    }

    /** Lets the first read of everything, made by the same thread, leave out what cannot match. */
    Document preselecting(Document query, Supplier<Document> answer) {
        preselection.set(query);
        try {
            return answer.get();
        } finally {
            preselection.remove();
        }
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        var query = preselection.get();
        preselection.remove();
        return handleQueryAsStream(new Document("$query", query == null ? new Document() : query));
    }

    private List<OrderedIndex> indexes() {
        return getIndexes().stream().map(OrderedIndex.class::cast).toList();
    }

    @Override
    protected Document getDocument(Long position) {
        var document = documents.get(position);
        if (document == null) {
            throw new NoSuchElementException("No document at " + position + " of " + namespace);
        }
        return Bson.decode(document);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry ->
                        new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        var position = documents.isEmpty() ? 1 : documents.lastKey() + 1;
        put(position, Bson.encode(document));
        return position;
    }

    /** The indexes hold the new values already; they get the old ones back if it cannot be kept. */
    @Override
    protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
        try {
            put(position, Bson.encode(newDocument));
        } catch (RuntimeException e) {
            getIndexes()
                    .forEach(
                            index -> index.updateInPlace(newDocument, oldDocument, position, this));
            throw e;
        }
    }

    @Override
    public synchronized void removeDocument(Document document) {
        var position = positionOf(document);
        if (position != null) {
            removeDocument(position);
            indexes().forEach(index -> index.remove(document, position));
        }
    }

    private @Nullable Long positionOf(Document document) {
        for (var index : getIndexes()) {
            var position = index.getPosition(document);
            if (position != null) {
                return position;
            }
        }
        return findDocumentPosition(document);
    }

    @Override
    protected void removeDocument(Long position) {
        store.record(namespace, position, null);
        var removed = documents.remove(position);
        bytes -= removed == null ? 0 : removed.length;
    }

    private void put(Long position, byte[] document) {
        store.record(namespace, position, document);
        var replaced = documents.put(position, document);
        bytes -= replaced == null ? 0 : replaced.length;
        account(document.length);
    }

    private void account(int length) {
        bytes += length;
        largest = Math.max(largest, length);
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
        super.drop();
        List.copyOf(documents.keySet()).forEach(this::removeDocument);
    }

    @Override
    public synchronized Document getStats() {
        return super.getStats();
    }

    @Override
    public synchronized Document validate() {
        return super.validate();
    }

    /** How many documents of this collection one message may carry, at least 1. */
    synchronized int documentsPerMessage() {
        return BoundedCursor.documentsPerMessage(largest);
    }

    @Override
    protected Cursor createCursor(List<Document> remaining) {
        var cursor = new BoundedCursor(cursorRegistry.generateCursorId(), remaining, largest);
        cursorRegistry.add(cursor);
        return cursor;
    }

    /** The size is known from the documents' bytes. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("The size is known from the documents' bytes");
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
