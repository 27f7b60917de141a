package app.candor.faq.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which parts of a text to mark for a search. */
public final class Marks {
    private static final int AROUND = 60;

    /**
     * A piece of a text.
     *
     * @param marked whether it was looked for
     */
    public record Piece(String text, boolean marked) {}

    private Marks() {}

    /** The whole text in pieces. */
    public static List<Piece> in(String text, Set<String> stems) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var word : Words.of(text)) {
            if (stems.contains(word.stem())) {
                if (word.start() > from) {
                    pieces.add(new Piece(text.substring(from, word.start()), false));
                }
                pieces.add(new Piece(text.substring(word.start(), word.end()), true));
                from = word.end();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return pieces;
    }

    /**
     * The part of a text around its first marked word.
     *
     * @param length about how many characters
     */
    public static String excerpt(String text, Set<String> stems, int length) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= length) {
            return line;
        }
        var hit =
                Words.of(line).stream()
                        .filter(word -> stems.contains(word.stem()))
                        .mapToInt(Words.Word::start)
                        .findFirst()
                        .orElse(0);
        var start = hit + AROUND < length ? 0 : wordStart(line, hit - AROUND);
        var end = Math.min(line.length(), start + length);
        return (start > 0 ? "…" : "")
                + line.substring(start, end).strip()
                + (end < line.length() ? "…" : "");
    }

    private static int wordStart(String line, int about) {
        var gap = line.indexOf(' ', Math.max(0, about));
        return gap < 0 ? about : gap + 1;
    }
}
