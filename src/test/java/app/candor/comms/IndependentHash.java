package app.candor.comms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of a revision as {@code docs/revision.md} describes it, from plain JDK values and
 * without any code of the product.
 */
final class IndependentHash {
    private IndependentHash() {}

    static String of(Map<String, Object> form) throws Exception {
        var text = new StringBuilder();
        write(form, text);
        var digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static void write(Object value, StringBuilder to) {
        switch (value) {
            case null -> to.append("null");
            case Map<?, ?> object -> {
                var sorted = new TreeMap<String, Object>();
                object.forEach((key, member) -> sorted.put((String) key, member));
                var separator = "{";
                for (var member : sorted.entrySet()) {
                    to.append(separator);
                    write(member.getKey(), to);
                    to.append(':');
                    write(member.getValue(), to);
                    separator = ",";
                }
                to.append(sorted.isEmpty() ? "{}" : "}");
            }
            case List<?> array -> {
                var separator = "[";
                for (var element : array) {
                    to.append(separator);
                    write(element, to);
                    separator = ",";
                }
                to.append(array.isEmpty() ? "[]" : "]");
            }
            case String text -> quoted(text, to);
            default -> to.append(value);
        }
    }

    private static void quoted(String text, StringBuilder to) {
        to.append('"');
        for (var c : text.toCharArray()) {
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\b' -> to.append("\\b");
                case '\f' -> to.append("\\f");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (c < 0x20) {
                        to.append("\\u%04x".formatted((int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }
}
