package app.candor.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that, compared unsigned, sort as MongoDB sorts the values.
 *
 * <p>Each value is a type byte and a body that is never the beginning of another body, so values
 * can follow one another. No type byte is {@code FF}, hence "everything that begins with p" ends
 * before p followed by {@link #AFTER}.
 */
final class KeyBytes {
    static final byte AFTER = (byte) 0xff;

    private static final int NULL = 0x10;
    private static final int NUMBER = 0x20;
    private static final int STRING = 0x30;
    private static final int OBJECT_ID = 0x40;
    private static final int BOOLEAN = 0x50;
    private static final int INSTANT = 0x60;
    private static final int OTHER = 0x70;

    private KeyBytes() {}

    /** Whether the order of the bytes is the order of such values; their equality always is. */
    static boolean ordered(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Missing _, Number _, String _, ObjectId _, Boolean _, Instant _ -> true;
            default -> false;
        };
    }

    static byte[] join(byte[] first, byte... second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    static byte[] of(@Nullable Object value) {
        var key = Unpooled.buffer(32);
        append(key, value);
        return ByteBufUtil.getBytes(key);
    }

    /** All values of an entry, one after the other. */
    static byte[] all(KeyValue values) {
        var key = Unpooled.buffer(64);
        for (var value : values) {
            append(key, value);
        }
        return ByteBufUtil.getBytes(key);
    }

    private static void append(ByteBuf key, @Nullable Object value) {
        switch (value) {
            case null -> key.writeByte(NULL);
            case Missing _ -> key.writeByte(NULL);
            case Number number -> appendNumber(key.writeByte(NUMBER), number);
            case String string -> appendString(key.writeByte(STRING), string);
            case ObjectId id -> key.writeByte(OBJECT_ID).writeBytes(id.toByteArray());
            case Boolean bool -> key.writeByte(BOOLEAN).writeBoolean(bool);
            case Instant instant ->
                    key.writeByte(INSTANT).writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
            default -> {
                // Equal for what the server calls equal, such as {a: 1} and {a: 1.0}.
                var comparable = new KeyValue(value).normalized().get(0);
                var body = Bson.encode(new Document("", comparable));
                key.writeByte(OTHER).writeInt(body.length).writeBytes(body);
            }
        }
    }

    /** The nearest double, then how far a long lies from it: longs beyond 2^53 stay distinct. */
    private static void appendNumber(ByteBuf key, Number number) {
        var nearest = number.doubleValue() + 0.0;
        var bits = Double.doubleToLongBits(nearest);
        var distance = number instanceof Long whole ? whole - (long) nearest : 0;
        key.writeLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        key.writeShort((int) distance ^ 0x8000);
    }

    /** UTF-16 units, as Java compares strings, in one to three bytes; 0 and 1 are escaped. */
    private static void appendString(ByteBuf key, String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < 2) {
                key.writeByte(1).writeByte(c + 1);
            } else if (c < 0x80) {
                key.writeByte(c);
            } else if (c < 0x800) {
                key.writeByte(0xc0 | c >> 6).writeByte(0x80 | c & 0x3f);
            } else {
                key.writeByte(0xe0 | c >> 12);
                key.writeByte(0x80 | c >> 6 & 0x3f).writeByte(0x80 | c & 0x3f);
            }
        }
        key.writeByte(0);
    }
}
