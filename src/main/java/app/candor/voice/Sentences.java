package app.candor.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where sentences end: behind . ! ? and their quotes, but not in abbreviations, numbers, addresses,
 * versions or initials; a line break ends one, too.
 */
final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "e.g", "i.e", "eg", "ie", "vs", "etc", "approx", "ca", "cf", "no", "nos", "mr",
                    "mrs", "ms", "dr", "prof", "st", "inc", "ltd", "corp", "co", "fig", "sec",
                    "max", "min", "incl", "excl", "dept", "est", "resp", "jan", "feb", "mar", "apr",
                    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "u.s",
                    "u.k");
    private static final String CLOSING = "\"'”’»)]";
    private static final int LONGEST_WORD = 200;

    private Sentences() {}

    static List<Span> of(String words) {
        var found = new ArrayList<Span>();
        var from = 0;
        for (var i = 0; i < words.length(); i++) {
            if (!endsAt(words, i)) {
                continue;
            }
            var to = i + 1;
            while (to < words.length() && isMoreOfTheEnd(words.charAt(to))) {
                to++;
            }
            add(found, words, from, to);
            from = to;
            i = to - 1;
        }
        add(found, words, from, words.length());
        return found;
    }

    /** The sentence that holds the index; the whole where none does. */
    static Span at(List<Span> sentences, int index, String words) {
        return sentences.stream()
                .filter(sentence -> sentence.covers(index))
                .findFirst()
                .orElse(new Span(0, words.length()));
    }

    private static boolean endsAt(String words, int i) {
        var c = words.charAt(i);
        if (c == '\n' || c == '\u2029') {
            return true;
        }
        if (c == '\u3002' || c == '\u061F') {
            return true;
        }
        if (c == '!' || c == '?') {
            return i + 1 == words.length() || !Character.isLetterOrDigit(words.charAt(i + 1));
        }
        return c == '.' && !isInside(words, i);
    }

    /** Whether the point belongs to a word, number or address. */
    private static boolean isInside(String words, int i) {
        if (goesOn(words, i)) {
            return true;
        }
        var next = i + 1;
        while (next < words.length() && CLOSING.indexOf(words.charAt(next)) >= 0) {
            next++;
        }
        if (next < words.length()
                && !Character.isWhitespace(words.charAt(next))
                && words.charAt(next) != '.') {
            return next == i + 1;
        }
        var start = i;
        while (start > 0
                && i - start < LONGEST_WORD
                && !Character.isWhitespace(words.charAt(start - 1))
                && "(\"“‘['".indexOf(words.charAt(start - 1)) < 0) {
            start--;
        }
        var word = words.substring(start, i).toLowerCase(Locale.ROOT);
        var following = following(words, next);
        if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
            return !word.equals("i") && Character.isUpperCase(words.charAt(start));
        }
        if (!ABBREVIATIONS.contains(word)) {
            return false;
        }
        return switch (word) {
            case "a.m", "p.m", "etc", "u.s", "u.k", "inc", "ltd", "corp", "co" ->
                    !Character.isUpperCase(following) && following != 0;
            case "no", "nos", "fig", "min", "max", "sec", "mar", "est" ->
                    Character.isDigit(following);
            default -> following != 0;
        };
    }

    /** Dots that leave something out, with the sentence going on behind them. */
    private static boolean goesOn(String words, int i) {
        var last = i;
        while (last + 1 < words.length() && words.charAt(last + 1) == '.') {
            last++;
        }
        var dots = last > i || i > 0 && words.charAt(i - 1) == '.';
        return dots && Character.isLowerCase(following(words, last + 1));
    }

    private static char following(String words, int from) {
        for (var i = from; i < words.length(); i++) {
            if (!Character.isWhitespace(words.charAt(i))) {
                return words.charAt(i);
            }
        }
        return 0;
    }

    private static boolean isMoreOfTheEnd(char c) {
        return c == '.' || c == '!' || c == '?' || CLOSING.indexOf(c) >= 0;
    }

    private static void add(List<Span> found, String words, int from, int to) {
        var start = from;
        var end = to;
        while (start < end && Character.isWhitespace(words.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(words.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            found.add(new Span(start, end));
        }
    }
}
