package app.candor.voice;

import app.candor.voice.Finding.Beside;
import app.candor.voice.Finding.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes findings of what was found in a passage. */
final class Findings {
    private static final int LONGEST_SHOWN = 160;

    private Findings() {}

    static Finding of(
            Rule rule,
            Place place,
            Passage passage,
            Span span,
            String sentence,
            @Nullable Beside beside) {
        var inText = place == Place.TEXT;
        var words = span.of(passage.words());
        var typed = !passage.touchesToken(span.from(), span.to());
        return new Finding(
                rule.id(),
                rule.weight(),
                rule.category(),
                rule.title(),
                place,
                inText ? passage.positionOf(span.from()) : 0,
                inText ? passage.positionBehind(span.to()) : 0,
                shown(words),
                shown(sentence),
                rule.why(),
                rule.better(),
                inText && typed ? fix(rule, words) : null,
                beside,
                rule.gate());
    }

    static Finding ofWhole(Rule rule) {
        return new Finding(
                rule.id(),
                rule.weight(),
                rule.category(),
                rule.title(),
                Place.WHOLE,
                0,
                0,
                "",
                "",
                rule.why(),
                rule.better(),
                null,
                null,
                rule.gate());
    }

    /** The replacement, with the capital that the words had. */
    private static @Nullable String fix(Rule rule, String words) {
        var fix = rule.fixes().get(words.toLowerCase(Locale.ROOT).replace('’', '\''));
        if (fix == null || fix.isEmpty() || !Character.isUpperCase(words.charAt(0))) {
            return fix;
        }
        return fix.substring(0, 1).toUpperCase(Locale.ROOT) + fix.substring(1);
    }

    private static String shown(String words) {
        if (words.length() <= LONGEST_SHOWN) {
            return words;
        }
        var end = Character.isHighSurrogate(words.charAt(LONGEST_SHOWN - 1)) ? 1 : 0;
        return words.substring(0, LONGEST_SHOWN - end) + "…";
    }
}
