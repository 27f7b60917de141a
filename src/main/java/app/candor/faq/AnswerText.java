package app.candor.faq;

import app.candor.comms.MergeField;
import app.candor.comms.Reading;
import app.candor.comms.ResolvedAudience;
import app.candor.comms.rendering.ReadingBlock;
import app.candor.comms.rendering.Tokens;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An approved answer as somebody reads or copies it: a pure function of it and the values. */
@Component
class AnswerText {
    private static final String INNER = "li > p:first-child, td > p:only-child, th > p:only-child";

    /** For the page; the same markup as on the clipboard. */
    String html(Answer answer, Placeholders values) {
        return bare(reading(answer, values).html());
    }

    /** For the clipboard, both forms. */
    Copies.Copied filledIn(Answer answer, Placeholders values) {
        return new Copies.Copied(
                html(answer, values),
                reading(answer, values).plainText().strip(),
                answer.version());
    }

    /** Words of a document for searching and previews. */
    String plain(Map<String, @Nullable Object> document, Map<String, String> facts) {
        return app.candor.comms.rendering.PlainText.of(
                        document, new Filled(facts, Placeholders.OPEN))
                .strip();
    }

    /** Block by block, for comparing versions. */
    List<ReadingBlock> blocks(Answer answer) {
        return reading(answer, Placeholders.OPEN).blocks();
    }

    private static Reading reading(Answer answer, Placeholders values) {
        return new Reading(
                answer.question(),
                ResolvedAudience.of(answer.audience(), List.of()),
                answer.document(),
                List.of(),
                List.of(),
                new Filled(answer.facts(), values));
    }

    /**
     * Without our fonts and colours, in elements that mail programs, ticket systems and chats keep:
     * where it is pasted, it looks like the words around it. Paragraphs inside list items and cells
     * would be pasted with gaps, or a task's box on a line of its own.
     */
    private static String bare(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        var body = parsed.body();
        for (var ours : List.of("style", "align", "valign")) {
            body.select("[" + ours + "]").removeAttr(ours);
        }
        for (var usual : List.of("colspan", "rowspan", "start")) {
            body.select("[" + usual + "=1]").removeAttr(usual);
        }
        body.select("div").tagName("blockquote");
        for (var words : body.select(INNER)) {
            if (words.nextSibling() instanceof TextNode gap && gap.isBlank()) {
                gap.remove();
            }
            words.unwrap();
        }
        return body.html().strip();
    }

    /** Facts as they were signed, fields with what this copy is for. */
    private record Filled(Map<String, String> facts, Placeholders values) implements Tokens {
        @Override
        public String fact(String key) {
            return facts.getOrDefault(key, "not yet known");
        }

        @Override
        public String mergeField(String name) {
            return MergeField.named(name).map(values::of).orElseGet(() -> name.replace('_', ' '));
        }
    }
}
