package app.candor.voice;

import static app.candor.voice.ClaimReader.pattern;

import app.candor.voice.Claim.Bound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads when something began, was noticed, ended or will be caught up, as times and days in UTC.
 */
final class ClaimTimes {
    static final String STARTED = "started";
    static final String DETECTED = "detected";
    static final String ENDED = "ended";
    static final String CAUGHT_UP_BY = "caught-up-by";

    private static final Pattern ZONED_TIME =
            Pattern.compile(
                    "(?<![\\d:.,/])(2[0-3]|[01]?\\d)(?!\\d)(?::([0-5]\\d))?\\s?([ap]\\.?m\\b\\.?)?\\s*(?=((?:\\s|,|–|-|and|to|until|\\d|:|[ap]\\.?m\\.?)*?)\\s?("
                            + Zones.ZONE
                            + ")(?![A-Za-z]))",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY =
            pattern(
                    "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b|\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\s+(\\d{1,2})\\b(?!:)");
    private static final Map<String, Integer> OFFSETS =
            Map.ofEntries(
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("Z", 0),
                    Map.entry("WET", 0),
                    Map.entry("CET", 60),
                    Map.entry("BST", 60),
                    Map.entry("WEST", 60),
                    Map.entry("CEST", 120),
                    Map.entry("EET", 120),
                    Map.entry("EEST", 180),
                    Map.entry("IST", 330),
                    Map.entry("SGT", 480),
                    Map.entry("JST", 540),
                    Map.entry("EST", -300),
                    Map.entry("EDT", -240),
                    Map.entry("CST", -360),
                    Map.entry("CDT", -300),
                    Map.entry("MST", -420),
                    Map.entry("MDT", -360),
                    Map.entry("PST", -480),
                    Map.entry("PDT", -420));
    private static final Pattern CATCHING =
            pattern(
                    "\\b(?:caught up|catch(?:ing)? up|backlog|processed|process|delayed (?:\\w+ )?(?:events|orders|reports|exports)|waiting|complete)\\b");
    private static final Pattern BY = pattern("\\b(?:by|before|until)\\b[^.]{0,14}$");
    private static final Pattern DOING =
            pattern(
                    "\\bwe (?:have )?(?:started|began|begun)\\b|\\b(?:started|began|start|begin) (?:to |the |a |our )?(?:fix|restor|work|investigat|roll|process|check|test|catch|chang|send)|\\b(?:restor\\w+|fix|work|check|test)s? (?:started|began)\\b");
    private static final Pattern AGAIN =
            pattern(
                    "\\b(?:again|back to normal|normal|restored|recovered|resolved|fixed|works?|working|available|current)\\b");
    private static final Pattern BEGAN =
            pattern(
                    "\\b(?:since|began|begun|start(?:ed|ing)?(?: time)?|first seen)\\b[^.;]{0,70}$");
    private static final Pattern FROM = pattern("\\b(?:from|between)\\b[^.;]{0,30}$");
    private static final Pattern OVER =
            pattern(
                    "\\b(?:ended|resolved|restored|recovered|back to normal|over|fixed)\\b[^.;]{0,40}$|\\b(?:again|normal|normally) (?:since|from|at)\\b[^.;]{0,20}$");
    private static final Pattern TO =
            pattern("\\d[^.;]{0,30}\\b(?:to|and|until|till)\\b[^.;]{0,25}$|\\d\\s?[–-]\\s?$");
    private static final Pattern LASTED_UNTIL =
            pattern(
                    "\\b(?:was|were|lasted|had|could not|did not)\\b[^.;]{0,60}\\b(?:until|till)\\s*$");
    private static final Pattern NOTICED =
            pattern(
                    "\\b(?:detected|noticed|discovered|alerted us|alert (?:fired|reached us))\\b[^.;]{0,40}$");
    private static final Pattern OTHER =
            pattern(
                    "\\b(?:next update|update|identified|declared|posted|confirmed|deployed|informed|told|cause)\\b[^.;]{0,30}$");
    private static final int DAY_MINUTES = 24 * 60;

    private ClaimTimes() {}

    static void read(Passage passage, Span at, List<Claim> claims) {
        var words = at.of(passage.words());
        var found = Patience.matcher(ZONED_TIME, words);
        var first = true;
        while (found.find()) {
            if (found.group(2) == null && found.group(3) == null) {
                continue;
            }
            var topic = topic(words, found.start(), first);
            first = false;
            if (topic.isEmpty()) {
                continue;
            }
            var end =
                    found.group(4).isBlank()
                            ? found.end(5)
                            : found.start() + found.group().stripTrailing().length();
            claims.add(
                    new Claim(
                            topic,
                            BigDecimal.valueOf(utcMinutes(found)),
                            "",
                            ClaimReader.bound(words, found.start()),
                            passage,
                            new Span(at.from() + found.start(), at.from() + end)));
        }
        day(passage, at, words, claims);
    }

    private static String topic(String words, int start, boolean first) {
        var before = words.substring(0, start);
        if (BY.matcher(before).find() && CATCHING.matcher(words).find()) {
            return CAUGHT_UP_BY;
        }
        if (OTHER.matcher(before).find()) {
            return "";
        }
        if (NOTICED.matcher(before).find()) {
            return DETECTED;
        }
        var doing = DOING.matcher(words).find();
        if (TO.matcher(before).find()
                && (FROM.matcher(words.substring(0, firstDigit(before))).find()
                        || BEGAN.matcher(words.substring(0, firstDigit(before))).find())) {
            return doing ? "" : ENDED;
        }
        if (OVER.matcher(before).find() || !doing && LASTED_UNTIL.matcher(before).find()) {
            return ENDED;
        }
        if (BEGAN.matcher(before).find()) {
            if (doing) {
                return "";
            }
            return AGAIN.matcher(words).find() && !words.toLowerCase(Locale.ROOT).contains("began")
                    ? before.toLowerCase(Locale.ROOT).contains("since") ? ENDED : ""
                    : STARTED;
        }
        var span =
                first
                        && FROM.matcher(before).find()
                        && TO_FOLLOWS.matcher(words.substring(start)).find();
        return span && !doing ? STARTED : "";
    }

    private static final Pattern TO_FOLLOWS =
            pattern("^[^.;]{0,45}\\b(?:to|and|until|till)\\b[^.;]{0,25}\\d|^\\S+\\s?[–-]\\s?\\d");

    private static int firstDigit(String words) {
        for (var i = 0; i < words.length(); i++) {
            if (Character.isDigit(words.charAt(i))) {
                return i;
            }
        }
        return words.length();
    }

    private static int utcMinutes(java.util.regex.Matcher found) {
        var hour = Integer.parseInt(found.group(1));
        var half = found.group(3) == null ? "" : found.group(3).toLowerCase(Locale.ROOT);
        if (half.startsWith("p") && hour < 12) {
            hour += 12;
        } else if (half.startsWith("a") && hour == 12) {
            hour = 0;
        }
        var minutes = hour * 60 + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
        return Math.floorMod(minutes - offset(found.group(5)), DAY_MINUTES);
    }

    private static int offset(String zone) {
        var name = zone.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        var shift = zone.replaceAll("[^0-9:]", "");
        if (!shift.isEmpty()) {
            var parts = shift.split(":");
            var sign = zone.contains("-") || zone.contains("−") ? -1 : 1;
            return sign
                    * (Integer.parseInt(parts[0]) * 60
                            + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0));
        }
        return OFFSETS.getOrDefault(name, 0);
    }

    /** The day that a sentence about the beginning names. */
    private static void day(Passage passage, Span at, String words, List<Claim> claims) {
        var found = Patience.matcher(DAY, words);
        while (found.find()) {
            var before = words.substring(0, found.start());
            if (!BEGAN.matcher(before).find()
                    || DOING.matcher(words).find()
                    || AGAIN.matcher(words).find()) {
                continue;
            }
            var day = found.group(1) != null ? found.group(1) : found.group(4);
            var month = found.group(2) != null ? found.group(2) : found.group(3);
            claims.add(
                    new Claim(
                            STARTED,
                            BigDecimal.ZERO,
                            Integer.parseInt(day) + " " + month.toLowerCase(Locale.ROOT),
                            Bound.EXACTLY,
                            passage,
                            new Span(at.from() + found.start(), at.from() + found.end())));
        }
    }
}
