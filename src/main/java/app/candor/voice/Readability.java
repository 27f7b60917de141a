package app.candor.voice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts words and how hard they are to read. */
final class Readability {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’.,:%/-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final int ENOUGH_WORDS = 40;
    private static final int TOO_SHORT = -1;

    private Readability() {}

    static int words(CharSequence text) {
        var count = 0;
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /**
     * Flesch-Kincaid grade of the prose, rounded; -1 if there are fewer than forty words.
     *
     * @param sentences without headings
     */
    static int grade(List<String> sentences) {
        var words = 0;
        var syllables = 0;
        for (var sentence : sentences) {
            var matcher = WORD.matcher(sentence);
            while (matcher.find()) {
                words++;
                syllables += syllables(matcher.group());
            }
        }
        if (words < ENOUGH_WORDS) {
            return TOO_SHORT;
        }
        var grade = 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
        return (int) Math.max(0, Math.round(grade));
    }

    /** Numbers, names in capitals and addresses are read at a glance and count as one or two. */
    private static int syllables(String word) {
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (letters.isEmpty() || word.contains("/") || !word.matches(".*[a-z].*")) {
            return 1;
        }
        var bare = letters.replaceAll("(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$", "");
        var groups = (int) VOWELS.matcher(bare).results().count();
        return Math.max(1, groups);
    }
}
