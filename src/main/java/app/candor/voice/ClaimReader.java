package app.candor.voice;

import app.candor.voice.Claim.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads counts, shares, delays, names and what is said of the data out of sentences. */
final class ClaimReader {
    static final String COUNT = "affected-count";
    static final String PERCENT = "affected-percent";
    static final String DELAY = "longest-delay";
    static final String RAW_DATA = "raw-data-lost";
    static final String REGIONS = "regions";
    static final String COMPONENTS = "components";

    private static final Pattern HIT =
            pattern(
                    "\\b(?:affect\\w*|impact\\w*|late|delay\\w*|unable|cannot|could not|experienc\\w*|missing|wrong|incomplete|slow\\w*|unavailable|errors?|fail\\w*|down|interrupt\\w*|behind|empty|blank|twice|duplicate\\w*|truncated|refused|rejected|received|got|saw)\\b");
    private static final Pattern SPARED =
            pattern(
                    "\\b(?:not (?:been )?affected|unaffected|no (?:impact|effect)|as usual|normally|not impacted|other (?:regions|parts|accounts)|except|outside|remain\\w*|is fine|are fine|not delayed|not late)\\b");
    private static final Pattern PERCENTAGE =
            pattern("(?<![\\d.,])(\\d{1,3}(?:[.,]\\d+)?)\\s?(?:%|per ?cent\\b)");
    private static final Pattern OF_PEOPLE =
            pattern(
                    "^\\s+of\\s+(?:all\\s+|our\\s+|the\\s+|your\\s+|\\w{2}\\s+){0,3}(?:merchants|accounts|customers|shops|stores)\\b");
    private static final Pattern OF_A_WHOLE = pattern("(?:^|\\s)of(?:\\s+(?:our|the|all))?$");
    private static final Pattern PEOPLE =
            pattern(
                    "(?<![\\d.,:-])(\\d{1,3}(?:[,\\u00a0]\\d{3})+|\\d+)\\s+(?:of (?:our|the)\\s+)?(?:affected\\s+|(?:EU|US|UK)\\s+)?(?:merchants|accounts|customers|merchant|account|customer)\\b");
    private static final Pattern DURATION =
            pattern(
                    "(?<![\\d.,:])(?:(\\d+(?:\\.\\d+)?)\\s?(?:hours?|hrs?|h)\\b(?:,?\\s(?:and\\s)?(\\d{1,2})\\s?(?:minutes?|mins?|min|m)\\b)?|(\\d+)\\s?(?:minutes?|mins?|min)\\b|(an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\s+hours?\\b|(half an hour)\\b)");
    private static final Pattern LATE =
            pattern("\\b(?:late|later|delay\\w*|behind|wait\\w*|slower)\\b");
    private static final Pattern LONGEST =
            pattern("\\b(?:up to|as much as|longest|at most|maximum|at worst)\\b");
    private static final Pattern LONGEST_BEHIND =
            pattern("^\\s+(?:at (?:the )?(?:most|worst|longest)|at a maximum|or less)\\b");
    private static final Pattern NO_SINGLE_DELAY =
            pattern(
                    "\\b(?:on average|usually|typically|median|within|every|next|again in|for (?:the )?(?:first|last)|retention|at least)\\b");
    private static final Pattern NONE_LOST =
            pattern(
                    "\\b(?:no|none of (?:the|your)|not any)\\b(?![^.]{0,20}\\b(?:personal|payment|card)\\b)[^.]{0,35}\\b(?:data|events?)\\b[^.]{0,40}\\b(?:lost|missing|deleted|affected)\\b"
                            + "|\\b(?:data|events?)\\b[^.]{0,35}\\b(?:was|were|is|are|has been|have been)\\s+(?:not\\s+(?:been\\s+)?(?:lost|affected|deleted)|never lost|safe|complete|intact|unaffected)\\b"
                            + "|\\bnothing\\s+(?:was|is|has been|got)\\s+(?:affected|lost)\\b|\\braw (?:event )?data (?:was |is )?lost:?\\s*no\\b|\\bwithout (?:any )?(?:loss of data|data loss)\\b|\\bno data loss\\b");
    private static final Pattern LOST =
            pattern(
                    "\\b(?:data|events?)\\b(?! portal)[^.]{0,35}\\b(?:was|were|is|are|has been|have been)\\s+(?:permanently\\s+|irrecoverably\\s+)?(?:lost|deleted for good)\\b|\\bwe (?:have )?lost\\b[^.]{0,30}\\b(?:data|events?)\\b|\\braw (?:event )?data (?:was |is )?lost:?\\s*yes\\b|\\bcannot be recovered\\b");
    private static final Pattern OPEN_QUESTION =
            pattern(
                    "\\b(?:whether|if any|not (?:yet )?known|do not (?:yet )?know|don['’]t know|still checking|is any|was any|are any|were any|other|otherwise|apart from|the rest)\\b|\\?$");
    private static final List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    private final CompanyWords company;
    private final List<Claim> claims = new ArrayList<>();

    private ClaimReader(CompanyWords company) {
        this.company = company;
    }

    static List<Claim> of(Manuscript text, CompanyWords company) {
        var reader = new ClaimReader(company);
        for (var passage : text.passages()) {
            if (passage.kind().isProse()) {
                for (var sentence : Sentences.of(passage.words())) {
                    reader.sentence(passage, sentence);
                }
            }
        }
        return reader.claims;
    }

    private void sentence(Passage passage, Span at) {
        var words = at.of(passage.words());
        var hit = HIT.matcher(words).find();
        var spared = SPARED.matcher(words).find();
        if (hit && !spared) {
            percentages(passage, at, words);
            people(passage, at, words);
            names(passage, at, words, company.components(), COMPONENTS, true);
            names(passage, at, words, company.regions(), REGIONS, false);
        }
        if (LATE.matcher(words).find()) {
            durations(passage, at, words);
        }
        data(passage, at, words);
        ClaimTimes.read(passage, at, claims);
    }

    private void percentages(Passage passage, Span at, String words) {
        var found = Patience.matcher(PERCENTAGE, words);
        while (found.find()) {
            if (!OF_PEOPLE.matcher(words.substring(found.end())).find()) {
                continue;
            }
            add(
                    PERCENT,
                    new BigDecimal(found.group(1).replace(',', '.')),
                    "",
                    bound(words, found.start()),
                    passage,
                    at,
                    found.start(),
                    found.end());
        }
    }

    private void people(Passage passage, Span at, String words) {
        var found = Patience.matcher(PEOPLE, words);
        while (found.find()) {
            var before = words.substring(0, found.start()).stripTrailing();
            if (!OF_A_WHOLE.matcher(before).find()) {
                add(
                        COUNT,
                        new BigDecimal(found.group(1).replaceAll("\\D", "")),
                        "",
                        bound(words, found.start()),
                        passage,
                        at,
                        found.start(),
                        found.end());
            }
        }
    }

    private void durations(Passage passage, Span at, String words) {
        if (NO_SINGLE_DELAY.matcher(words).find()) {
            return;
        }
        var found = Patience.matcher(DURATION, words);
        while (found.find()) {
            var before = words.substring(0, found.start());
            var longest =
                    LONGEST.matcher(before).find()
                            || LONGEST_BEHIND.matcher(words.substring(found.end())).find();
            var bound = bound(words, found.start());
            add(
                    DELAY,
                    minutes(found),
                    "",
                    longest && bound == Bound.UP_TO
                            ? Bound.EXACTLY
                            : longest ? bound : Bound.WITHIN,
                    passage,
                    at,
                    found.start(),
                    found.end());
        }
    }

    private static BigDecimal minutes(java.util.regex.Matcher found) {
        if (found.group(5) != null) {
            return BigDecimal.valueOf(30);
        }
        if (found.group(4) != null) {
            var word = found.group(4).toLowerCase(Locale.ROOT);
            return BigDecimal.valueOf(60L * Math.max(1, NUMBERS.indexOf(word)));
        }
        if (found.group(3) != null) {
            return new BigDecimal(found.group(3));
        }
        var more = found.group(2) == null ? BigDecimal.ZERO : new BigDecimal(found.group(2));
        return new BigDecimal(found.group(1)).multiply(BigDecimal.valueOf(60)).add(more);
    }

    private void names(
            Passage passage,
            Span at,
            String words,
            List<String> known,
            String topic,
            boolean anyCase) {
        for (var name : known) {
            var pattern =
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                            anyCase ? Pattern.CASE_INSENSITIVE : 0);
            var found = Patience.matcher(pattern, words);
            if (found.find()) {
                add(
                        topic,
                        BigDecimal.ONE,
                        name,
                        Bound.EXACTLY,
                        passage,
                        at,
                        found.start(),
                        found.end());
            }
        }
    }

    private void data(Passage passage, Span at, String words) {
        if (OPEN_QUESTION.matcher(words).find()) {
            return;
        }
        var none = Patience.matcher(NONE_LOST, words);
        if (none.find()) {
            add(
                    RAW_DATA,
                    BigDecimal.ZERO,
                    "",
                    Bound.EXACTLY,
                    passage,
                    at,
                    none.start(),
                    none.end());
            return;
        }
        var lost = Patience.matcher(LOST, words);
        if (lost.find()) {
            add(RAW_DATA, BigDecimal.ONE, "", Bound.EXACTLY, passage, at, lost.start(), lost.end());
        }
    }

    private static final Pattern ABOUT =
            pattern(
                    "\\b(?:about|around|approximately|roughly|some|nearly|almost|close to|an estimated|~|just (?:over|under))\\s*$");
    private static final Pattern MORE =
            pattern("\\b(?:more than|over|at least|upwards of|exceeding)\\s*$");
    private static final Pattern LESS = pattern("\\b(?:less than|fewer than|under|below)\\s*$");
    private static final Pattern UP_TO = pattern("\\b(?:up to|as much as|at most|as many as)\\s*$");
    private static final int NEAR = 24;

    static Bound bound(String words, int at) {
        var before = words.substring(Math.max(0, at - NEAR), at);
        if (ABOUT.matcher(before).find()) {
            return Bound.ABOUT;
        }
        if (MORE.matcher(before).find()) {
            return Bound.MORE_THAN;
        }
        if (LESS.matcher(before).find()) {
            return Bound.LESS_THAN;
        }
        return UP_TO.matcher(before).find() ? Bound.UP_TO : Bound.EXACTLY;
    }

    private void add(
            String topic,
            BigDecimal number,
            String name,
            Bound bound,
            Passage passage,
            Span sentence,
            int from,
            int to) {
        claims.add(
                new Claim(
                        topic,
                        number,
                        name,
                        bound,
                        passage,
                        new Span(sentence.from() + from, sentence.from() + to)));
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
