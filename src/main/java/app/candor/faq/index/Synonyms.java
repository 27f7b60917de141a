package app.candor.faq.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and phrases that mean the same to somebody who searches.
 *
 * <p>Applied to what is typed, never to what is indexed, so that a change of the policy needs no
 * new index.
 */
public final class Synonyms {
    private static final int LONGEST_PHRASE = 4;

    private final Map<List<String>, List<List<String>>> others = new HashMap<>();

    /** None. */
    public static final Synonyms NONE = new Synonyms(List.of());

    /**
     * @param sets each of words or phrases of up to four words that mean the same
     */
    public Synonyms(List<List<String>> sets) {
        for (var set : sets) {
            var phrases = set.stream().map(Synonyms::stems).filter(one -> !one.isEmpty()).toList();
            for (var phrase : phrases) {
                var rest = others.computeIfAbsent(phrase, none -> new ArrayList<>());
                phrases.stream().filter(one -> !one.equals(phrase)).forEach(rest::add);
            }
        }
    }

    /** How many words from there on form the longest phrase of a set; 0 for none. */
    int phraseAt(List<Words.Word> words, int from) {
        for (var length = Math.min(LONGEST_PHRASE, words.size() - from); length > 0; length--) {
            if (others.containsKey(stems(words.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** What means the same as these words, as stems; empty for none. */
    List<List<String>> of(List<Words.Word> phrase) {
        return others.getOrDefault(stems(phrase), List.of());
    }

    private static List<String> stems(String phrase) {
        return stems(Words.telling(phrase));
    }

    private static List<String> stems(List<Words.Word> words) {
        return words.stream().map(Words.Word::stem).toList();
    }
}
