package app.candor.incident;

import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words of a plain field that has become a text. */
final class EarlierWords {
    private EarlierWords() {}

    /**
     * Puts them below the first heading, a paragraph a line; they are words, never markup.
     *
     * @param words empty for none
     */
    static Node below(Node doc, String words) {
        var paragraphs =
                words.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(EarlierWords::paragraph)
                        .toList();
        if (paragraphs.isEmpty()) {
            return doc;
        }
        var blocks = new ArrayList<Object>(doc.content().toJson());
        var types = doc.content().children().stream().map(block -> block.type().name()).toList();
        blocks.addAll(types.indexOf("heading") + 1, paragraphs);
        return Schema.candor().document(Map.of("type", "doc", "content", blocks));
    }

    private static Map<String, Object> paragraph(String line) {
        return Map.of(
                "type", "paragraph", "content", List.of(Map.of("type", "text", "text", line)));
    }
}
