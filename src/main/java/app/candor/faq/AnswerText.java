package app.candor.faq;

import app.candor.comms.MergeField;
import app.candor.comms.Reading;
import app.candor.comms.ResolvedAudience;
import app.candor.comms.rendering.ReadingBlock;
import app.candor.comms.rendering.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An approved answer as somebody reads or copies it: a pure function of it and the customer. */
@Component
class AnswerText {

    /** For the page: placeholders stay readable while no customer is named. */
    String html(Answer answer, @Nullable String customer) {
        return bare(reading(answer, customer).html());
    }

    /** For the clipboard, both forms. */
    Copies.Copied filledIn(Answer answer, @Nullable String customer) {
        return new Copies.Copied(
                html(answer, customer),
                reading(answer, customer).plainText().strip(),
                answer.version());
    }

    /** Words of a document for searching and previews. */
    String plain(Map<String, @Nullable Object> document, Map<String, String> facts) {
        return app.candor.comms.rendering.PlainText.of(document, new Filled(facts, null)).strip();
    }

    /** Block by block, for comparing versions. */
    List<ReadingBlock> blocks(Answer answer) {
        return reading(answer, null).blocks();
    }

    private static Reading reading(Answer answer, @Nullable String customer) {
        return new Reading(
                answer.question(),
                ResolvedAudience.of(answer.audience(), List.of()),
                answer.document(),
                List.of(),
                List.of(),
                new Filled(answer.facts(), customer));
    }

    /** Without our fonts and colours: where it is pasted, it looks like the words around it. */
    private static String bare(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        parsed.body().select("[style]").removeAttr("style");
        return parsed.body().html().strip();
    }

    /** Facts as they were signed, fields with the customer's name or words that still read. */
    private record Filled(Map<String, String> facts, @Nullable String customer) implements Tokens {
        @Override
        public String fact(String key) {
            return facts.getOrDefault(key, "not yet known");
        }

        @Override
        public String mergeField(String name) {
            return MergeField.named(name).isPresent()
                    ? Objects.requireNonNullElse(customer, "your account")
                    : name.replace('_', ' ');
        }
    }
}
