package app.candor.voice;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The small language in which rules write phrases: {@code (a|b)} either, {@code [a]} may be
 * missing, {@code word*} any ending, {@code ...} up to six words of the same sentence, {@code #} a
 * number. A hyphen stands for a hyphen, a space or nothing; case does not matter; whole words are
 * meant.
 */
final class Phrase {
    private static final String BEFORE = "(?<![\\p{L}\\p{N}_])";
    private static final String BEHIND = "(?![\\p{L}\\p{N}_])";

    private Phrase() {}

    /**
     * One pattern for all of them.
     *
     * @throws IllegalArgumentException if brackets do not match
     */
    static Pattern compile(List<String> phrases) {
        var any = phrases.stream().map(Phrase::regex).collect(Collectors.joining("|"));
        return Pattern.compile(
                BEFORE + "(?:" + any + ")" + BEHIND,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String regex(String phrase) {
        var regex = new StringBuilder();
        for (var i = 0; i < phrase.length(); i++) {
            if (phrase.startsWith("... ", i)) {
                regex.append("(?:[^\\s.!?]+\\s+){0,6}?");
                i += 3;
                continue;
            }
            var c = phrase.charAt(i);
            switch (c) {
                case '(' -> regex.append("(?:");
                case '[' -> regex.append("(?:(?:");
                case ')' -> regex.append(')');
                case '|' -> regex.append('|');
                case ']' -> {
                    var spaced = phrase.startsWith(" ", i + 1);
                    regex.append(spaced ? ")\\s+)?" : "))?");
                    i += spaced ? 1 : 0;
                }
                case '*' -> regex.append("[\\p{L}]*");
                case '#' -> regex.append("\\d[\\d.,:]*");
                case ' ' -> regex.append("\\s+");
                case '\'' -> regex.append("['’]");
                case '-' -> regex.append("[-\u2010\u2011\u2013\\s]?");
                default ->
                        regex.append(
                                Character.isLetterOrDigit(c)
                                        ? String.valueOf(c)
                                        : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
