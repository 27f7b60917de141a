package app.candor.comms.rendering;

import java.util.Map;
import java.util.stream.Collectors;

/** A document as plain text: an empty line between blocks, headings as their own line. */
public final class PlainText {
    private final Tokens tokens;

    private PlainText(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Lines end with {@code \n}; the last one, too. */
    public static String of(Map<?, ?> document, Tokens tokens) {
        return new PlainText(tokens).blocks(document, "").strip() + "\n";
    }

    private String blocks(Map<?, ?> node, String indent) {
        return Inline.children(node).stream()
                .map(block -> block(block, indent))
                .collect(Collectors.joining("\n\n"));
    }

    private String block(Map<?, ?> node, String indent) {
        return switch (Inline.type(node)) {
            case "paragraph", "heading", "code_block" -> indented(inline(node), indent);
            case "bullet_list" -> items(node, indent, 0);
            case "ordered_list" -> items(node, indent, Inline.number(node, "order", 1));
            case "task_list" -> items(node, indent, 0);
            case "blockquote", "callout" -> blocks(node, indent + "  ");
            case "horizontal_rule" -> indent + "---";
            case "table" -> rows(node, indent);
            default -> blocks(node, indent);
        };
    }

    private String items(Map<?, ?> list, String indent, int first) {
        var lines = new StringBuilder();
        var number = first;
        for (var item : Inline.children(list)) {
            var sign =
                    switch (Inline.attribute(item, "checked")) {
                        case Boolean done -> done ? "[x] " : "[ ] ";
                        case null, default -> first > 0 ? number++ + ". " : "- ";
                    };
            var deeper = indent + " ".repeat(sign.length());
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(indent)
                    .append(sign)
                    .append(blocks(item, deeper).stripLeading());
        }
        return lines.toString();
    }

    private String rows(Map<?, ?> table, String indent) {
        return Inline.children(table).stream()
                .map(row ->
                        Inline.children(row).stream()
                                .map(cell -> blocks(cell, "").replace("\n\n", " "))
                                .collect(Collectors.joining(" | ", indent, "")))
                .collect(Collectors.joining("\n"));
    }

    private String inline(Map<?, ?> node) {
        var words = new StringBuilder();
        for (var leaf : Inline.children(node)) {
            words.append(
                    Inline.type(leaf).equals("hard_break") ? "\n" : Inline.words(leaf, tokens));
            address(leaf, words);
        }
        return words.toString();
    }

    /** A link's target behind its words, unless the words are the target. */
    private static void address(Map<?, ?> leaf, StringBuilder words) {
        for (var mark : Inline.marks(leaf)) {
            var href = Inline.string(mark, "href");
            if (Inline.type(mark).equals("link") && !words.toString().endsWith(href)) {
                words.append(" (").append(href).append(')');
            }
        }
    }

    private static String indented(String words, String indent) {
        return indent + words.replace("\n", "\n" + indent);
    }
}
