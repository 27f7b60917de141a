package app.candor.prosemirror;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Boolean}, null, and
 * numbers as {@code Long} when whole and exact in JavaScript, else {@code Double}.
 */
public final class Json {
    private Json() {}

    /**
     * @throws InvalidDocument if it is no JSON, too deep, or has a lone surrogate
     */
    public static @Nullable Object parse(String json) {
        throw new UnsupportedOperationException();
    }

    /** As JavaScript's {@code JSON.stringify} prints it, keys in their own order. */
    public static String print(@Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    /** Like {@link #print}, with the keys of every object sorted by UTF-16 units. */
    public static String canonical(@Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    static String sha256(String text) {
        throw new UnsupportedOperationException();
    }

    static Map<String, @Nullable Object> object(@Nullable Object json, String what) {
        throw new UnsupportedOperationException();
    }

    static @Nullable Map<String, @Nullable Object> optionalObject(
            @Nullable Object json, String what) {
        return json == null ? null : object(json, what);
    }

    static String string(@Nullable Object json, String what) {
        throw new UnsupportedOperationException();
    }
}
