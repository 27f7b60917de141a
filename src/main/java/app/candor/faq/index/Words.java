package app.candor.faq.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Cuts text into words and gives each the stem under which its forms find each other. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
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

    /** In the order of the text, fillers included. What follows an apostrophe is left out. */
    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var stemmer = new EnglishStemmer();
        var at = 0;
        while (at < text.length()) {
            var over = run(text, at, Words::isInWord);
            if (over == at) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            var end = afterOwner(text, over);
            var surface = folded(text.substring(at, over));
            if (!surface.isEmpty() && surface.length() <= LONGEST_WORD) {
                words.add(new Word(surface, stem(stemmer, surface), at, end));
            }
            at = end;
        }
        return words;
    }

    /** Where characters of that kind are over. */
    private static int run(String text, int from, IntPredicate kind) {
        var at = from;
        while (at < text.length()) {
            var character = text.codePointAt(at);
            if (!kind.test(character)) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static int afterOwner(String text, int at) {
        if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '’')) {
            var over = run(text, at + 1, Character::isLetter);
            return over == at + 1 ? at : over;
        }
        return at;
    }

    private static boolean isInWord(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    /** Those that tell a question from another. */
    public static List<Word> telling(String text) {
        return of(text).stream().filter(word -> !word.isFiller()).toList();
    }

    static String stemOf(String surface) {
        return stem(new EnglishStemmer(), surface);
    }

    private static String folded(String word) {
        var bare = word.toLowerCase(Locale.ROOT);
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
