package app.candor.voice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look for, as it stands in the rulebook.
 *
 * @param id stable: {@code tone-stock-inconvenience}
 * @param texts letters of the {@link TextKind}s it is for
 * @param phases at which it holds; all if empty
 * @param matters for which it holds; all if empty
 * @param when what the ledger must not know yet for it to hold
 * @param phrases in the language of {@link Phrase}
 * @param patterns regular expressions, case-sensitive unless they say otherwise
 * @param with phrases of which one has to stand in the same sentence, before or behind
 * @param unless phrases that excuse the sentence
 * @param allowed how often it may occur in one text before it counts; null for never
 * @param check name of a check written in code, {@code phone}; it finds instead of phrases
 * @param limit of a measure: words, grade; null for none
 * @param why said to the writer
 * @param better what to write instead, in words
 * @param fixes replacements by what was found, in small letters; empty ones delete
 * @param gate key of a gate that the words call in
 * @param bad a text that it finds
 * @param good the same said well
 */
public record Rule(
        String id,
        Weight weight,
        Category category,
        String title,
        String texts,
        Set<Phase> phases,
        Set<Matter> matters,
        @Nullable When when,
        List<String> phrases,
        List<String> patterns,
        List<String> with,
        List<String> unless,
        @Nullable Integer allowed,
        @Nullable String check,
        @Nullable Integer limit,
        String why,
        String better,
        Map<String, String> fixes,
        @Nullable String gate,
        String bad,
        String good) {

    /** What is not known yet, so that the words would be a guess. */
    public enum When {
        CAUSE_UNKNOWN,
        RAW_DATA_UNKNOWN,
        CATCH_UP_UNKNOWN;

        boolean holds(Circumstances at) {
            return switch (this) {
                case CAUSE_UNKNOWN -> !at.knows("cause");
                case RAW_DATA_UNKNOWN -> at.hasIncident() && !at.knows("raw-data-lost");
                case CATCH_UP_UNKNOWN -> !at.knows("caught-up-by");
            };
        }
    }

    /**
     * @throws IllegalArgumentException if it has no id, finds nothing, or its patterns are broken
     */
    public Rule {
        phases = phases == null ? Set.of() : Set.copyOf(phases);
        matters = matters == null ? Set.of() : Set.copyOf(matters);
        phrases = phrases == null ? List.of() : List.copyOf(phrases);
        patterns = patterns == null ? List.of() : List.copyOf(patterns);
        with = with == null ? List.of() : List.copyOf(with);
        unless = unless == null ? List.of() : List.copyOf(unless);
        fixes = fixes == null ? Map.of() : Map.copyOf(fixes);
        better = better == null ? "" : better;
        bad = bad == null ? "" : bad;
        good = good == null ? "" : good;
        if (id == null || !id.matches("[a-z][a-z0-9-]{2,60}")) {
            throw new IllegalArgumentException("A rule needs an id in small letters, not " + id);
        }
        if (weight == null || category == null || title == null || texts == null || why == null) {
            throw new IllegalArgumentException(
                    "Rule " + id + " lacks one of weight, category, title, texts, why");
        }
        if (phrases.isEmpty() && patterns.isEmpty() && check == null) {
            throw new IllegalArgumentException("Rule " + id + " looks for nothing");
        }
    }

    /** How often it may occur before it counts. */
    int free() {
        return allowed == null ? 0 : allowed;
    }

    /** The most that a measure may be. */
    int most() {
        return limit == null ? Integer.MAX_VALUE : limit;
    }

    boolean isFor(Circumstances at) {
        return texts.indexOf(at.kind().letter()) >= 0
                && (phases.isEmpty() || phases.contains(at.phase()))
                && (matters.isEmpty() || matters.contains(at.matter()))
                && (when == null || when.holds(at));
    }

    List<Pattern> compiled() {
        var plain = patterns.stream().map(Pattern::compile);
        return Stream.concat(
                        phrases.isEmpty() ? Stream.empty() : Stream.of(Phrase.compile(phrases)),
                        plain)
                .toList();
    }
}
