package app.candor.comms.rendering;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads nodes in the JSON form of {@code schema.json}. */
final class Inline {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    private Inline() {}

    static String type(Map<?, ?> node) {
        return String.valueOf(node.get("type"));
    }

    static List<Map<?, ?>> children(Map<?, ?> node) {
        return maps(node.get("content"));
    }

    static List<Map<?, ?>> marks(Map<?, ?> node) {
        return maps(node.get("marks"));
    }

    static @Nullable Object attribute(Map<?, ?> node, String name) {
        return node.get("attrs") instanceof Map<?, ?> attrs ? attrs.get(name) : null;
    }

    static String string(Map<?, ?> node, String name) {
        var value = attribute(node, name);
        return value == null ? "" : value.toString();
    }

    static int number(Map<?, ?> node, String name, int otherwise) {
        return attribute(node, name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** The words of a leaf; empty for anything with content. */
    static String words(Map<?, ?> node, Tokens tokens) {
        return switch (type(node)) {
            case "text" -> String.valueOf(node.get("text"));
            case "fact" -> tokens.fact(string(node, "key"));
            case "merge_field" -> tokens.mergeField(string(node, "name"));
            case "mention" -> string(node, "label");
            case "timestamp" -> time(string(node, "at"));
            case "image" -> string(node, "alt").isEmpty() ? "" : "[" + string(node, "alt") + "]";
            default -> "";
        };
    }

    private static String time(String iso) {
        try {
            return TIME.format(Instant.parse(iso));
        } catch (DateTimeParseException asWritten) {
            return iso;
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> maps(@Nullable Object list) {
        return list instanceof List<?> nodes ? (List<Map<?, ?>>) nodes : List.of();
    }
}
