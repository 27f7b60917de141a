package app.candor.prosemirror;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Boolean}, null, and
 * numbers as {@code Long} when whole and exact in JavaScript, else {@code Double}.
 */
public final class Json {
    /** Largest whole number JavaScript holds exactly. */
    private static final long EXACT = (1L << 53) - 1;

    /** Two levels of JSON for each of a document's, and some for what is around it. */
    private static final int DEEPEST = 3 * Limits.STANDARD.depth();

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(64)
                                    .maxNameLength(256)
                                    .maxDocumentLength(32L << 20)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private Json() {}

    /**
     * @throws InvalidDocument if it is no JSON, too deep, or names a prototype
     */
    public static @Nullable Object parse(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new InvalidDocument("Text follows the JSON");
            }
            return value;
        } catch (JacksonException unreadable) {
            throw new InvalidDocument("Not the JSON expected", unreadable);
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidDocument("There is no JSON");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
            default -> throw new InvalidDocument("Not the JSON expected");
        };
    }

    private static Map<String, @Nullable Object> members(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (name.equals("__proto__")) {
                throw new InvalidDocument("A prototype is no member");
            }
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> elements(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** As JavaScript's {@code JSON.stringify} prints it, keys in their own order. */
    public static String print(@Nullable Object value) {
        return JsonText.print(value, false);
    }

    /** Like {@link #print}, with the keys of every object sorted by UTF-16 units. */
    public static String canonical(@Nullable Object value) {
        return JsonText.print(value, true);
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }

    /** The one form of a number: whole ones as Long, so that equal numbers are equal values. */
    static Number number(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidDocument("A number is beyond what JavaScript holds");
        }
        long whole = (long) value;
        return whole == value && Math.abs(whole) <= EXACT ? (Number) whole : (Number) value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(@Nullable Object json, String what) {
        if (json instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new InvalidDocument("Expected an object for " + what);
    }

    static @Nullable Map<String, @Nullable Object> optionalObject(
            @Nullable Object json, String what) {
        return json == null ? null : object(json, what);
    }

    static List<?> array(@Nullable Object json, String what) {
        if (json instanceof List<?> list) {
            return list;
        }
        throw new InvalidDocument("Expected an array for " + what);
    }

    static String string(@Nullable Object json, String what) {
        if (json instanceof String string) {
            return string;
        }
        throw new InvalidDocument("Expected a string for " + what);
    }

    /** A whole number from 0 to {@link Integer#MAX_VALUE} / 2, so that sums cannot overflow. */
    static int position(@Nullable Object json, String what) {
        if (json instanceof Number number) {
            double value = number.doubleValue();
            if (value >= 0 && value <= Integer.MAX_VALUE / 2 && value == Math.rint(value)) {
                return (int) value;
            }
        }
        throw new InvalidDocument("Expected a position for " + what);
    }

    static boolean flag(@Nullable Object json, String what) {
        if (json == null) {
            return false;
        }
        if (json instanceof Boolean flag) {
            return flag;
        }
        throw new InvalidDocument("Expected true or false for " + what);
    }
}
