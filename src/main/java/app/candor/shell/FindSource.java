package app.candor.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whoever has something that people look for by name or by words; a bean of the module that owns
 * it.
 */
public interface FindSource {

    /**
     * By name, key or subject; asked while somebody types.
     *
     * @param words trimmed, at least one character
     * @return only what the current person may see
     */
    List<Found> byName(String words);

    /**
     * In the texts themselves; asked once somebody wants all of it.
     *
     * @param words trimmed, at least {@value #SHORTEST} characters
     * @return only what the current person may read, the place in the text as its detail
     */
    default List<Found> inTexts(String words) {
        return List.of();
    }

    /** Fewer characters stand in nearly every text. */
    int SHORTEST = 3;

    /** How many texts of one source are looked through, the newest first. */
    int TEXTS = 200;

    /** 0 where one of the words is missing; more the earlier and wholer they stand. */
    static int weight(String words, String... fields) {
        var all = String.join(" \n ", fields).toLowerCase(Locale.ROOT);
        var wanted = words.toLowerCase(Locale.ROOT).split("\\s+");
        if (!Stream.of(wanted).allMatch(all::contains)) {
            return 0;
        }
        var first = fields[0].toLowerCase(Locale.ROOT);
        if (first.equals(words.toLowerCase(Locale.ROOT))) {
            return 100;
        }
        if (first.startsWith(wanted[0])) {
            return 80;
        }
        return first.contains(wanted[0]) ? 60 : 40;
    }

    /** The words around the first place where the text holds them; empty where it does not. */
    static String place(String words, String text) {
        var at = text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
        if (at < 0) {
            return "";
        }
        var from = Math.max(0, at - 40);
        var to = Math.min(text.length(), at + words.length() + 60);
        var cut = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "…" : "") + cut + (to < text.length() ? "…" : "");
    }
}
