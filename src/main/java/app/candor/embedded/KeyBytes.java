package app.candor.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that, compared unsigned, sort as MongoDB sorts the values.
 *
 * <p>Each value is a type byte and a body that is never the beginning of another body, so values
 * can follow one another. A descending field has its bytes inverted. No type byte, inverted or not,
 * is {@code FF}, hence "everything that begins with p" ends before p followed by {@link #AFTER}.
 */
final class KeyBytes {
    static final byte AFTER = (byte) 0xff;

    private static final byte MIN = 0x10;
    private static final byte NULL = 0x18;
    private static final byte NUMBER = 0x20;
    private static final byte STRING = 0x28;
    private static final byte DOCUMENT = 0x30;
    private static final byte LIST = 0x38;
    private static final byte BINARY = 0x40;
    private static final byte UUIDS = 0x50;
    private static final byte OBJECT_ID = 0x58;
    private static final byte BOOLEAN = 0x60;
    private static final byte INSTANT = 0x68;
    private static final byte OTHER = 0x70;
    private static final byte MAX = 0x7f;

    private byte[] bytes = new byte[32];
    private int size;

    /** Whether the order of the bytes is the order of such values; their equality always is. */
    static boolean ordered(@Nullable Object value) {
        return switch (type(value)) {
            case DOCUMENT, LIST, OTHER -> false;
            default -> true;
        };
    }

    static byte[] of(@Nullable Object value, boolean ascending) {
        var key = new KeyBytes();
        key.append(value);
        return key.result(ascending);
    }

    /** What all values of the same type begin with. */
    static byte[] typeOf(Object value, boolean ascending) {
        var type = type(value);
        return new byte[] {(byte) (ascending ? type : ~type)};
    }

    static byte[] join(byte[] first, byte... second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte type(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing missing -> NULL;
            case MinKey min -> MIN;
            case Number number -> NUMBER;
            case String string -> STRING;
            case Document document -> DOCUMENT;
            case Collection<?> list -> LIST;
            case BinData data -> BINARY;
            case UUID uuid -> UUIDS;
            case ObjectId id -> OBJECT_ID;
            case Boolean bool -> BOOLEAN;
            case Instant instant -> INSTANT;
            case MaxKey max -> MAX;
            default -> OTHER;
        };
    }

    private void append(@Nullable Object value) {
        put(type(value));
        switch (value) {
            case null -> {}
            case Missing missing -> {}
            case MinKey min -> {}
            case MaxKey max -> {}
            case Number number -> number(number);
            case String string -> string(string);
            case BinData data -> sized(data.getData());
            case UUID uuid -> {
                putLong(uuid.getMostSignificantBits());
                putLong(uuid.getLeastSignificantBits());
            }
            case ObjectId id -> put(id.toByteArray());
            case Boolean bool -> put((byte) (bool ? 1 : 0));
            case Instant instant -> putLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
            default -> sized(comparable(value));
        }
    }

    /** The nearest double, then how far a long lies from it: longs beyond 2^53 stay distinct. */
    private void number(Number number) {
        var nearest = number.doubleValue() + 0.0;
        var bits = Double.doubleToLongBits(nearest);
        putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        var distance = number instanceof Long whole ? whole - (long) nearest : 0;
        put((byte) ((distance >> 8) ^ 0x80));
        put((byte) distance);
    }

    /** UTF-16 units, as Java compares strings, in one to three bytes; 0 and 1 are escaped. */
    private void string(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < 2) {
                put((byte) 1, (byte) (c + 1));
            } else if (c < 0x80) {
                put((byte) c);
            } else if (c < 0x800) {
                put((byte) (0xc0 | c >> 6), (byte) (0x80 | c & 0x3f));
            } else {
                put(
                        (byte) (0xe0 | c >> 12),
                        (byte) (0x80 | c >> 6 & 0x3f),
                        (byte) (0x80 | c & 0x3f));
            }
        }
        put((byte) 0);
    }

    private void sized(byte[] body) {
        put(ByteBuffer.allocate(4).putInt(body.length).array());
        put(body);
    }

    /**
     * Equal for values that the server calls equal, such as {@code {a: 1}} and {@code {a: 1.0}}.
     */
    private static byte[] comparable(Object value) {
        return Bson.encode(new Document("", new KeyValue(value).normalized().get(0)));
    }

    private void putLong(long value) {
        put(ByteBuffer.allocate(8).putLong(value).array());
    }

    private void put(byte... more) {
        if (size + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more.length));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private byte[] result(boolean ascending) {
        var result = Arrays.copyOf(bytes, size);
        for (int i = 0; !ascending && i < size; i++) {
            result[i] = (byte) ~result[i];
        }
        return result;
    }
}
