package app.candor.coedit.versions;

import app.candor.prosemirror.Mark;
import app.candor.prosemirror.Node;
import app.candor.uikit.Times;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Blocks, marks and tokens of a document as plain markup; nothing of a text becomes a request. */
final class BlockHtml {
    private BlockHtml() {}

    /** Whether a node stands in a line, and so has no tag of its own. */
    static boolean isInline(Node node) {
        return node.isText() || node.type().name().equals("hard_break") || isAtom(node);
    }

    private static boolean isAtom(Node node) {
        return switch (node.type().name()) {
            case "image", "fact", "mention", "timestamp", "merge_field" -> true;
            default -> false;
        };
    }

    /**
     * Opens the tag of a block.
     *
     * @param kind class of the tag; empty for none
     */
    static void open(StringBuilder out, Node node, String kind) {
        var tag = tag(node);
        out.append('<').append(tag);
        var style = node.type().name().equals("callout") ? "version-callout" : "";
        if (!(kind + style).isEmpty()) {
            out.append(" class=\"").append((kind + " " + style).strip()).append('"');
        }
        if (tag.equals("td") || tag.equals("th")) {
            span(out, "colspan", node);
            span(out, "rowspan", node);
        }
        out.append('>');
        if (node.type().name().equals("task_item")) {
            var done = Boolean.TRUE.equals(node.attrs().get("checked"));
            out.append("<span class=\"task-box\">").append(done ? "☑ " : "☐ ").append("</span>");
        }
    }

    private static void span(StringBuilder out, String name, Node cell) {
        if (cell.attrs().get(name) instanceof Number number && number.intValue() > 1) {
            out.append(' ').append(name).append("=\"").append(number.intValue()).append('"');
        }
    }

    static void close(StringBuilder out, Node node) {
        var tag = tag(node);
        if (!tag.equals("hr")) {
            out.append("</").append(tag).append('>');
        }
    }

    private static String tag(Node node) {
        return switch (node.type().name()) {
            case "heading" ->
                    node.attrs().get("level") instanceof Number level && level.intValue() > 2
                            ? "h4"
                            : "h3";
            case "blockquote" -> "blockquote";
            case "callout" -> "div";
            case "code_block" -> "pre";
            case "horizontal_rule" -> "hr";
            case "bullet_list", "task_list" -> "ul";
            case "ordered_list" -> "ol";
            case "list_item", "task_item" -> "li";
            case "table" -> "table";
            case "table_row" -> "tr";
            case "table_cell" -> "td";
            case "table_header" -> "th";
            default -> "p";
        };
    }

    static String marked(String words, List<Mark> marks) {
        var all = words;
        for (var mark : marks) {
            var tag =
                    switch (mark.type().name()) {
                        case "strong" -> "strong";
                        case "em" -> "em";
                        case "strike" -> "s";
                        case "code" -> "code";
                        default -> "u";
                    };
            all = "<" + tag + ">" + all + "</" + tag + ">";
        }
        return all;
    }

    /**
     * @param facts the value of a fact by its key
     */
    static String atom(Node node, UnaryOperator<String> facts) {
        var attrs = node.attrs();
        return switch (node.type().name()) {
            case "hard_break" -> "<br>";
            case "fact" ->
                    "<span class=\"fact\">"
                            + escaped(facts.apply(String.valueOf(attrs.get("key"))))
                            + "</span>";
            case "mention" -> "@" + escaped(String.valueOf(attrs.get("label")));
            case "timestamp" -> escaped(time(String.valueOf(attrs.get("at"))));
            case "merge_field" ->
                    "<span class=\"merge-field\">"
                            + escaped(String.valueOf(attrs.get("name")))
                            + "</span>";
            case "image" ->
                    "<span class=\"version-picture\">Picture: "
                            + escaped(String.valueOf(attrs.get("alt")))
                            + "</span>";
            default -> "";
        };
    }

    private static String time(String at) {
        try {
            return Times.dateTime(Instant.parse(at));
        } catch (DateTimeParseException unreadable) {
            return at;
        }
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
