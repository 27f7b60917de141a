package app.candor.prosemirror;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints a document as HTML that is well-formed XML too, for mail, pages and PDF.
 *
 * <p>Same elements as in the editor, so one style sheet does for both, without the ids behind facts
 * and mentions, which are nothing to a reader outside. Everything is escaped; the only addresses
 * are those the schema lets in, checked once more.
 */
public final class Html {
    private final StringBuilder out = new StringBuilder(1024);
    private final AtomWords words;

    private Html(AtomWords words) {
        this.words = words;
    }

    /** The content of a document, without a body around it. */
    public static String print(Node doc, AtomWords words) {
        Html html = new Html(words);
        html.children(doc);
        return html.out.toString();
    }

    private void children(Node parent) {
        if (parent.type().isTextblock()) {
            inline(parent.content());
        } else {
            parent.content().children().forEach(this::block);
        }
    }

    private void block(Node node) {
        switch (node.type().name()) {
            case "paragraph" -> element("p", "", node);
            case "heading" -> element("h" + node.attrs().get("level"), "", node);
            case "blockquote" -> element("blockquote", "", node);
            case "callout" -> element("aside", callout(node), node);
            case "code_block" -> code(node);
            case "horizontal_rule" -> out.append("<hr/>");
            case "bullet_list" -> element("ul", "", node);
            case "ordered_list" -> element("ol", start(node), node);
            case "list_item" -> element("li", "", node);
            case "task_list" -> element("ul", attribute("class", "task"), node);
            case "task_item" -> task(node);
            case "table" -> table(node);
            case "table_row" -> element("tr", "", node);
            case "table_cell" -> element("td", spans(node), node);
            case "table_header" -> element("th", spans(node), node);
            default -> element("div", "", node);
        }
    }

    private void element(String name, String attributes, Node node) {
        out.append('<').append(name).append(attributes).append('>');
        children(node);
        out.append("</").append(name).append('>');
    }

    private static String callout(Node node) {
        return attribute("class", "callout")
                + attribute("data-callout", node.attrs().get("kind"))
                + attribute("role", "note");
    }

    private static String start(Node list) {
        Object order = list.attrs().get("order");
        return Long.valueOf(1).equals(order) ? "" : attribute("start", order);
    }

    private void code(Node node) {
        String language = String.valueOf(node.attrs().get("language"));
        out.append("<pre").append(language.isEmpty() ? "" : attribute("data-language", language));
        out.append("><code>");
        children(node);
        out.append("</code></pre>");
    }

    private void task(Node node) {
        boolean done = Boolean.TRUE.equals(node.attrs().get("checked"));
        out.append("<li").append(attribute("data-checked", done));
        out.append("><span class=\"task-box\">").append(done ? "☑" : "☐").append("</span>");
        children(node);
        out.append("</li>");
    }

    private void table(Node node) {
        out.append("<table><tbody>");
        children(node);
        out.append("</tbody></table>");
    }

    private static String spans(Node cell) {
        StringBuilder spans = new StringBuilder();
        for (String name : List.of("colspan", "rowspan")) {
            if (cell.attrs().get(name) instanceof Long span && span > 1) {
                spans.append(attribute(name, span));
            }
        }
        return spans.toString();
    }

    /** Marks stay open from one node to the next as long as both have them, outermost first. */
    private void inline(Fragment content) {
        List<Mark> open = List.of();
        for (Node node : content.children()) {
            List<Mark> wanted = node.marks();
            int kept = 0;
            while (kept < open.size()
                    && kept < wanted.size()
                    && open.get(kept).equals(wanted.get(kept))) {
                kept++;
            }
            close(open, kept);
            wanted.subList(kept, wanted.size()).forEach(this::open);
            open = wanted;
            leaf(node);
        }
        close(open, 0);
    }

    private void leaf(Node node) {
        switch (node.type().name()) {
            case "text" -> out.append(escape(node.text()));
            case "hard_break" -> out.append("<br/>");
            case "image" -> image(node.attrs());
            default ->
                    out.append("<span")
                            .append(attribute("class", node.type().name().replace('_', '-')))
                            .append('>')
                            .append(escape(words.of(node)))
                            .append("</span>");
        }
    }

    private void image(Map<String, @Nullable Object> attrs) {
        String source = String.valueOf(attrs.get("src"));
        if (AttributeRules.isImage(source)) {
            out.append("<img").append(attribute("src", source));
            out.append(attribute("alt", attrs.get("alt")));
            out.append(attribute("title", attrs.get("title"))).append("/>");
        }
    }

    private void open(Mark mark) {
        if (mark.type().name().equals("link")) {
            String address = String.valueOf(mark.attrs().get("href"));
            out.append("<a")
                    .append(AttributeRules.isLink(address) ? attribute("href", address) : "");
            out.append(attribute("title", mark.attrs().get("title")));
            out.append(" rel=\"noopener noreferrer\">");
        } else {
            out.append('<').append(tag(mark)).append('>');
        }
    }

    private void close(List<Mark> marks, int kept) {
        for (Mark mark : marks.subList(kept, marks.size()).reversed()) {
            out.append("</").append(tag(mark)).append('>');
        }
    }

    private static String tag(Mark mark) {
        return switch (mark.type().name()) {
            case "link" -> "a";
            case "em" -> "em";
            case "strong" -> "strong";
            case "strike" -> "s";
            case "underline" -> "u";
            case "code" -> "code";
            default -> "span";
        };
    }

    private static String attribute(String name, @Nullable Object value) {
        return value == null ? "" : " " + name + "=\"" + escape(value.toString()) + "\"";
    }

    /** Escaped for text and attributes alike, without what XML 1.0 cannot hold. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> {
                            if (inXml(c)) {
                                escaped.appendCodePoint(c);
                            }
                        }
                    }
                });
        return escaped.toString();
    }

    private static boolean inXml(int c) {
        return c >= 0x20 && c < 0xD800
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }
}
