package app.candor.faq.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Cuts text into words and gives each the stem under which its forms find each other. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OWNED = Pattern.compile("['’]\\p{L}+$");
    private static final int LONGEST_WORD = 40;
    private static final int REMEMBERED = 20_000;
    private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

    /** Words that stand in every question and tell none apart. */
    private static final Set<String> FILLERS =
            Set.of(
                    ("a an and are as at be been but by can could did do does for from had has have how i"
                                    + " if in is it its may me my of on or our shall should so that the their them"
                                    + " there these they this to was we were what when where which who why will"
                                    + " with would you your")
                            .split(" "));

    /**
     * One word of a text.
     *
     * @param surface as written, lower case, without accents
     * @param start where it begins in the text
     * @param end where it is over
     */
    public record Word(String surface, String stem, int start, int end) {
        boolean isFiller() {
            return FILLERS.contains(surface);
        }
    }

    private Words() {}

    /** In the order of the text, fillers included. */
    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var stemmer = new EnglishStemmer();
        var found = WORD.matcher(text);
        while (found.find()) {
            var surface = folded(found.group());
            if (!surface.isEmpty() && surface.length() <= LONGEST_WORD) {
                words.add(new Word(surface, stem(stemmer, surface), found.start(), found.end()));
            }
        }
        return words;
    }

    /** Those that tell a question from another. */
    public static List<Word> telling(String text) {
        return of(text).stream().filter(word -> !word.isFiller()).toList();
    }

    static String stemOf(String surface) {
        return stem(new EnglishStemmer(), surface);
    }

    private static String folded(String word) {
        var bare = OWNED.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        for (var i = 0; i < bare.length(); i++) {
            if (bare.charAt(i) > 127) {
                return MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD))
                        .replaceAll("");
            }
        }
        return bare;
    }

    /** Most words come again and again, so the latest thousands of them are remembered. */
    private static String stem(EnglishStemmer stemmer, String surface) {
        var known = STEMS.get(surface);
        if (known != null) {
            return known;
        }
        stemmer.setCurrent(Spelling.shared(surface));
        stemmer.stem();
        var stem = stemmer.getCurrent();
        if (STEMS.size() >= REMEMBERED) {
            STEMS.clear();
        }
        STEMS.put(surface, stem);
        return stem;
    }
}
