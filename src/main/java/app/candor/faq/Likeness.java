package app.candor.faq;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether two questions are about the same thing, by the words that carry meaning. */
final class Likeness {
    private static final int STEM = 5;
    private static final double ENOUGH = 0.5;
    private static final Set<String> LITTLE =
            Set.of(
                    "the", "and", "are", "was", "were", "will", "can", "does", "did", "you", "your",
                    "our", "has", "have", "any", "for", "with", "when", "what", "why", "how", "who",
                    "is", "it", "my", "do", "to", "of", "in", "on", "a", "i", "we", "be", "get");

    private Likeness() {}

    /** Whether half of the words of the shorter one begin alike in the other. */
    static boolean between(String one, String other) {
        var left = stems(one);
        var right = stems(other);
        var shorter = Math.min(left.size(), right.size());
        if (shorter == 0) {
            return false;
        }
        left.retainAll(right);
        return left.size() >= ENOUGH * shorter;
    }

    private static Set<String> stems(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !LITTLE.contains(word))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
