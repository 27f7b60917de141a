package app.candor.policy.ui;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Names that policies keep for what people have named once. */
final class Keys {
    private static final int LONGEST = 40;

    private Keys() {}

    /**
     * {@code order-sync} of “Order sync”, at most 40 characters; empty where no letter or digit is
     * in the words.
     */
    static String of(String words) {
        var key =
                Normalizer.normalize(words, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST).replaceAll("-$", "");
    }

    /** The key, or with a number behind it the first that is not taken. */
    static String unused(String key, Set<String> taken) {
        var base = key.isEmpty() ? "new" : key;
        var tried = base;
        for (var number = 2; taken.contains(tried); number++) {
            tried = base + "-" + number;
        }
        return tried;
    }

    /** As JSON writes it. */
    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    /** The lines that say something, as JSON writes a list without its brackets. */
    static String quotedLines(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Keys::quoted)
                .collect(Collectors.joining(", "));
    }
}
