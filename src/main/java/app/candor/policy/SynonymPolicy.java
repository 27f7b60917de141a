package app.candor.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Words and phrases that mean the same to somebody who searches the library.
 *
 * @param sets each of at least two words or phrases of at most four words; a phrase stands in one
 *     set only, at most 1,000 sets
 */
public record SynonymPolicy(List<List<String>> sets) {
    private static final int MOST = 1_000;
    private static final int LONGEST_PHRASE = 4;

    public SynonymPolicy {
        sets = sets.stream().map(List::copyOf).toList();
        if (sets.size() > MOST) {
            throw new IllegalArgumentException("There are at most 1,000 sets of synonyms.");
        }
        var seen = new HashSet<String>();
        for (var set : sets) {
            if (set.size() < 2) {
                throw new IllegalArgumentException("A set of synonyms needs two: " + set);
            }
            for (var phrase : set) {
                var words = phrase.strip().split("\\s+");
                if (phrase.isBlank() || words.length > LONGEST_PHRASE) {
                    throw new IllegalArgumentException(
                            "A synonym has one to four words: \"" + phrase + "\"");
                }
                if (!seen.add(String.join(" ", words).toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException(
                            "\"" + phrase + "\" stands in two sets of synonyms.");
                }
            }
        }
    }
}
