package app.candor.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index, unique or not: a sorted set of entries, each the values' bytes followed by the
 * position of the document that has them.
 *
 * <p>Guarded by the collection it belongs to. Scans that it plans may return too much, never too
 * little; the collection checks every document against the whole query.
 */
final class OrderedIndex extends Index<Long> {
    private final boolean unique;
    private final NavigableSet<byte[]> entries = new TreeSet<>(Arrays::compareUnsigned);
    private boolean arrays;
    private boolean ordered = true;
    private long visited;

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
    }

    /** Whether some document has several values for one of the keys. */
    boolean hasArrays() {
        return arrays;
    }

    /** Whether the order of the entries is the order MongoDB sorts their documents in. */
    boolean isOrdered() {
        return ordered && !arrays;
    }

    boolean leavesOutDocuments() {
        return isSparse();
    }

    /** Number of entries looked at since the index exists. */
    long visited() {
        return visited;
    }

    /** Positions of the entries from one key (inclusive) to another (exclusive), in key order. */
    Stream<Long> scan(byte[] from, byte[] to, boolean backwards) {
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return Stream.empty();
        }
        var range = entries.subSet(from, true, to, false);
        return (backwards ? range.descendingSet() : range)
                .stream().peek(entry -> visited++).map(OrderedIndex::position);
    }

    private static Long position(byte[] entry) {
        return ByteBuffer.wrap(entry).getLong(entry.length - Long.BYTES);
    }

    private static byte[] entry(byte[] key, long position) {
        return ByteBuffer.allocate(key.length + Long.BYTES).put(key).putLong(position).array();
    }

    private @Nullable Long holder(byte[] key) {
        var entry = entries.ceiling(key);
        return entry != null
                        && entry.length == key.length + Long.BYTES
                        && Arrays.equals(entry, 0, key.length, key, 0, key.length)
                ? position(entry)
                : null;
    }

    private Set<KeyValue> keysOf(Document document) {
        var values =
                getKeys().stream()
                        .map(key ->
                                Utils.getSubdocumentValueCollectionAware(document, key.getKey()))
                        .toList();
        if (isSparse() && values.stream().allMatch(Missing.class::isInstance)) {
            return Set.of();
        }
        if (values.stream().noneMatch(Collection.class::isInstance)) {
            return Set.of(new KeyValue(values));
        }
        var keys = getKeyValues(document);
        return keys.isEmpty() ? Set.of(new KeyValue(values)) : keys; // An empty array has none.
    }

    private byte[] bytesOf(KeyValue values) {
        var bytes = new byte[0];
        for (int i = 0; i < values.size(); i++) {
            bytes =
                    KeyBytes.join(
                            bytes, KeyBytes.of(values.get(i), getKeys().get(i).isAscending()));
        }
        return bytes;
    }

    /** The position of the document with such values, if the index is unique and there is one. */
    @Override
    public @Nullable Long getPosition(Document document) {
        if (!unique) {
            return null;
        }
        for (var values : keysOf(document)) {
            var holder = holder(bytesOf(values));
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        requireFree(document, null, collection);
    }

    @Override
    public void checkUpdate(
            Document oldDocument, Document newDocument, MongoCollection<Long> collection) {
        requireFree(newDocument, getPosition(oldDocument), collection);
    }

    private void requireFree(
            Document document, @Nullable Long owner, MongoCollection<Long> collection) {
        for (var values : keysOf(document)) {
            var holder = unique ? holder(bytesOf(values)) : null;
            if (holder != null && !holder.equals(owner)) {
                throw new DuplicateKeyError(this, collection, getKeys(), values);
            }
        }
    }

    @Override
    public void add(Document document, Long position, MongoCollection<Long> collection) {
        requireFree(document, position, collection);
        var keys = keysOf(document);
        for (var values : keys) {
            entries.add(entry(bytesOf(values), position));
            ordered &= values.stream().allMatch(KeyBytes::ordered);
        }
        arrays |= hasArray(document);
    }

    private boolean hasArray(Document document) {
        return getKeys().stream()
                .map(key -> Utils.getSubdocumentValueCollectionAware(document, key.getKey()))
                .anyMatch(Collection.class::isInstance);
    }

    @Override
    public @Nullable Long remove(Document document) {
        var position = getPosition(document);
        if (position != null) {
            remove(document, position);
        }
        return position;
    }

    /** Also for an index that is not unique, which cannot find the position by itself. */
    void remove(Document document, long position) {
        for (var values : keysOf(document)) {
            entries.remove(entry(bytesOf(values), position));
        }
    }

    @Override
    public void updateInPlace(
            Document oldDocument,
            Document newDocument,
            Long position,
            MongoCollection<Long> collection) {
        remove(oldDocument, position);
        add(newDocument, position, collection);
    }

    @Override
    public boolean canHandle(Document query) {
        return IndexScan.of(this, Conditions.of(query), null) != null;
    }

    @Override
    public Iterable<Long> getPositions(Document query) {
        var scan = IndexScan.of(this, Conditions.of(query), null);
        return scan == null ? new ArrayList<>() : scan.positions().toList();
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && getKeys().toString().equals(other.getKeys().toString());
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    /** Bytes of all entries. */
    @Override
    public long getDataSize() {
        return entries.stream().mapToLong(entry -> entry.length).sum();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
