package app.candor.incident;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys that people say and type: {@code INC-K7Q4}. Random, so that gaps betray no restricted
 * incident; from letters and digits that look and sound apart, about 457,000 of them.
 */
final class IncidentKeys {
    private static final String LETTERS = "ACDEFHJKMNPQRTUVWXY34679BG";
    private static final Pattern SHAPE = Pattern.compile("INC-[0-9A-Z]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private IncidentKeys() {}

    static String random() {
        return "INC-" + letters(4);
    }

    /** About 122 bits: nobody guesses it. */
    static String randomId() {
        return letters(26);
    }

    /** What somebody typed, as a key; empty where it has not the shape of one. */
    static java.util.Optional<String> read(String typed) {
        var key = typed.strip().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(key).matches()
                ? java.util.Optional.of(key)
                : java.util.Optional.empty();
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(java.util.stream.Collectors.joining());
    }
}
