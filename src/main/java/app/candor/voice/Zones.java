package app.candor.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds times of day that name no zone. */
final class Zones {
    static final String ZONE =
            "(?:UTC(?:\\s?[+−-]\\s?\\d{1,2}(?::?\\d\\d)?)?|GMT|Z|CES?T|BST|IST|WES?T|EES?T|[PMCE][SD]?T|A[CEW][SD]T|NZ[SD]T|JST|KST|SGT|HKT|MSK|SAST)";
    static final Pattern TIME =
            Pattern.compile(
                    "(?<![\\d:.,/])(?:(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?:\\s?[ap]\\.?m\\b\\.?)?"
                            + "|(?:1[0-2]|0?[1-9])\\.[0-5]\\d\\s?[ap]\\.?m\\b\\.?"
                            + "|(?:1[0-2]|0?[1-9])\\s?[ap]\\.?m\\b\\.?)(?![\\d:])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ZONED = Pattern.compile("(?<![A-Za-z])" + ZONE + "(?![A-Za-z])");
    private static final Pattern EVERYWHERE =
            Pattern.compile(
                    "(?i)\\ball\\b[^.\n]{0,20}\\btimes\\b[^.\n]{0,30}\\b(?:UTC|GMT|CES?T)\\b|\\(UTC\\)|\\btimes? in UTC\\b");
    private static final int ZONE_BEFORE = 6;

    private Zones() {}

    /** Whether the text names one zone for all of its times. */
    static boolean namedOnce(String text) {
        return EVERYWHERE.matcher(text).find();
    }

    static List<Span> missing(String words, List<Span> sentences) {
        var found = new ArrayList<Span>();
        var times = Patience.matcher(TIME, words);
        while (times.find()) {
            var sentence = Sentences.at(sentences, times.start(), words);
            var before =
                    words.substring(
                            Math.max(sentence.from(), times.start() - ZONE_BEFORE), times.start());
            var behind = words.substring(times.end(), Math.max(times.end(), sentence.to()));
            if (!ZONED.matcher(behind).find() && !ZONED.matcher(before).find()) {
                found.add(new Span(times.start(), trimmed(words, times.start(), times.end())));
            }
        }
        return found;
    }

    private static int trimmed(String words, int from, int to) {
        var end = to;
        while (end > from && Character.isWhitespace(words.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
