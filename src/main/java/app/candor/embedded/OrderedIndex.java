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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
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
    private final List<String> fields;
    private final NavigableSet<byte[]> entries = new TreeSet<>(Arrays::compareUnsigned);
    private boolean plain;
    private long visited;

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.plain = !sparse;
    }

    /** All in ascending order, whatever was asked for: one field can be read backwards. */
    List<String> fields() {
        return fields;
    }

    /** Whether each document has one entry, and their order is the order MongoDB sorts them in. */
    boolean isPlain() {
        return plain;
    }

    /** Number of entries looked at since the index exists. */
    long visited() {
        return visited;
    }

    /** Positions of the entries of a span, in the order of their keys. */
    Stream<Long> scan(Conditions.Span span, boolean backwards) {
        if (Arrays.compareUnsigned(span.from(), span.to()) >= 0) {
            return Stream.empty();
        }
        var range = entries.subSet(span.from(), span.to());
        return (backwards ? range.reversed() : range)
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
                fields.stream()
                        .map(field -> Utils.getSubdocumentValueCollectionAware(document, field))
                        .toList();
        if (isSparse() && values.stream().allMatch(Missing.class::isInstance)) {
            return Set.of();
        }
        var several = values.stream().anyMatch(Collection.class::isInstance);
        var keys = several ? getKeyValues(document) : Set.<KeyValue>of();
        return keys.isEmpty() ? Set.of(new KeyValue(values)) : keys; // An empty array has none.
    }

    private static byte[] bytesOf(KeyValue values) {
        return values.stream().map(KeyBytes::of).reduce(new byte[0], KeyBytes::join);
    }

    /** The position of the document with such values, if the index is unique and there is one. */
    @Override
    public @Nullable Long getPosition(Document document) {
        return keysOf(document).stream()
                .map(values -> unique ? holder(bytesOf(values)) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        requireFree(document, null, collection);
    }

    @Override
    public void checkUpdate(Document old, Document changed, MongoCollection<Long> collection) {
        requireFree(changed, getPosition(old), collection);
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
            plain &= keys.size() == 1 && values.stream().allMatch(KeyBytes::ordered);
        }
    }

    /** Also for an index that is not unique, which cannot find the position by itself. */
    void remove(Document document, long position) {
        keysOf(document).forEach(values -> entries.remove(entry(bytesOf(values), position)));
    }

    @Override
    public void updateInPlace(
            Document old, Document changed, Long position, MongoCollection<Long> collection) {
        remove(old, position);
        add(changed, position, collection);
    }

    /** The collection plans its scans itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Long> getPositions(Document query) {
        throw new UnsupportedOperationException("See canHandle");
    }

    @Override
    public Long remove(Document document) {
        throw new UnsupportedOperationException("See DurableCollection.removeDocument");
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return toIndexDescription().equals(other.toIndexDescription());
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        throw new UnsupportedOperationException("No sizes are kept");
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
