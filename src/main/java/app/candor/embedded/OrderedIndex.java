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
    private final List<String> fields;
    private final NavigableSet<byte[]> entries = new TreeSet<>(Arrays::compareUnsigned);
    private boolean plain;
    private long visited;

    /**
     * What was found free for it a moment ago, under the same lock, need not be worked out again.
     */
    private @Nullable Document checked;

    private List<Key> checkedKeys = List.of();

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

    /** An entry without its position, and the values that it stands for. */
    private record Key(KeyValue values, byte[] bytes) {
        Key(KeyValue values) {
            this(values, KeyBytes.all(values));
        }

        boolean ordered() {
            for (var value : values) {
                if (!KeyBytes.ordered(value)) {
                    return false;
                }
            }
            return true;
        }

        boolean isIn(List<Key> others) {
            return others.stream().anyMatch(other -> Arrays.equals(bytes, other.bytes));
        }
    }

    /** Loops, not streams: it is most of what an insertion costs. */
    private List<Key> keysOf(Document document) {
        var values = new ArrayList<@Nullable Object>(fields.size());
        var missing = true;
        var several = false;
        for (var field : fields) {
            var value =
                    field.indexOf('.') < 0
                            ? document.getOrMissing(field)
                            : Utils.getSubdocumentValueCollectionAware(document, field);
            missing &= value instanceof Missing;
            several |= value instanceof Collection;
            values.add(value);
        }
        if (isSparse() && missing) {
            return List.of();
        }
        var keys = several ? getKeyValues(document) : Set.<KeyValue>of();
        return keys.isEmpty() // An empty array has none.
                ? List.of(new Key(new KeyValue(values)))
                : keys.stream().map(Key::new).toList();
    }

    /** The position of the document with such values, if the index is unique and there is one. */
    @Override
    public @Nullable Long getPosition(Document document) {
        if (unique) {
            for (var key : keysOf(document)) {
                var holder = holder(key.bytes());
                if (holder != null) {
                    return holder;
                }
            }
        }
        return null;
    }

    /** The collection checks with all its indexes before it adds to the first. */
    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        var keys = keysOf(document);
        keys.forEach(key -> requireFree(key, null, collection));
        checked = document;
        checkedKeys = keys;
    }

    @Override
    public void checkUpdate(Document old, Document changed, MongoCollection<Long> collection) {
        if (unique) {
            var own = keysOf(old);
            for (var key : keysOf(changed)) {
                if (!key.isIn(own)) {
                    requireFree(key, null, collection);
                }
            }
        }
    }

    private void requireFree(Key key, @Nullable Long owner, MongoCollection<Long> collection) {
        var holder = unique ? holder(key.bytes()) : null;
        if (holder != null && !holder.equals(owner)) {
            throw new DuplicateKeyError(this, collection, getKeys(), key.values());
        }
    }

    @Override
    public void add(Document document, Long position, MongoCollection<Long> collection) {
        var known = document == checked;
        var keys = known ? checkedKeys : keysOf(document);
        checked = null;
        checkedKeys = List.of();
        for (var key : keys) {
            if (!known) {
                requireFree(key, position, collection);
            }
            entries.add(entry(key.bytes(), position));
            plain &= keys.size() == 1 && key.ordered();
        }
    }

    /** Also for an index that is not unique, which cannot find the position by itself. */
    void remove(Document document, long position) {
        keysOf(document).forEach(key -> entries.remove(entry(key.bytes(), position)));
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
