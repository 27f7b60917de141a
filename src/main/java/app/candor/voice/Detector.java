package app.candor.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule made ready to look at passages. */
final class Detector {
    private final Rule rule;
    private final List<Pattern> patterns;
    private final @Nullable Pattern with;
    private final @Nullable Pattern unless;

    Detector(Rule rule) {
        this.rule = rule;
        this.patterns = rule.compiled();
        this.with = rule.with().isEmpty() ? null : Phrase.compile(rule.with());
        this.unless = rule.unless().isEmpty() ? null : Phrase.compile(rule.unless());
    }

    Rule rule() {
        return rule;
    }

    /** Whether it looks at one passage at a time. */
    boolean isLocal() {
        var check = rule.check();
        return check == null
                || switch (check) {
                    case Checks.EMAIL,
                            Checks.PHONE,
                            Checks.CARD,
                            Checks.IBAN,
                            Checks.IP,
                            Checks.TOKEN,
                            Checks.ZONE,
                            Checks.SENTENCE_WORDS ->
                            true;
                    default -> false;
                };
    }

    /**
     * @param zoned whether the text names one zone for all of its times
     * @throws Patience.Exhausted if its pattern explodes
     */
    List<Span> find(Passage passage, List<Span> sentences, CompanyWords company, boolean zoned) {
        var words = passage.words();
        var check = rule.check();
        if (check == null) {
            return phrases(words, sentences);
        }
        return switch (check) {
            case Checks.EMAIL -> PersonalData.emails(words, company);
            case Checks.PHONE -> PersonalData.phones(words, company);
            case Checks.CARD -> PersonalData.cards(words);
            case Checks.IBAN -> PersonalData.ibans(words);
            case Checks.IP -> PersonalData.ips(words);
            case Checks.TOKEN -> Secrets.in(words);
            case Checks.ZONE -> zoned ? List.of() : Zones.missing(words, sentences);
            case Checks.SENTENCE_WORDS -> longOnes(words, sentences);
            default -> List.of();
        };
    }

    private List<Span> phrases(String words, List<Span> sentences) {
        var found = new ArrayList<Span>();
        for (var pattern : patterns) {
            var matcher = Patience.matcher(pattern, words);
            while (matcher.find()) {
                var span = new Span(matcher.start(), matcher.end());
                if (span.from() < span.to() && counts(span, words, sentences)) {
                    found.add(span);
                }
            }
        }
        return found;
    }

    private boolean counts(Span span, String words, List<Span> sentences) {
        if (with == null && unless == null) {
            return true;
        }
        var sentence = Sentences.at(sentences, span.from(), words).of(words);
        return (with == null || Patience.matcher(with, sentence).find())
                && (unless == null || !Patience.matcher(unless, sentence).find());
    }

    private List<Span> longOnes(String words, List<Span> sentences) {
        return sentences.stream()
                .filter(sentence -> Readability.words(sentence.of(words)) > rule.most())
                .toList();
    }
}
