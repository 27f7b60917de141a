package app.candor.comms.rendering;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document as mail programs show it: tables and inline styles, nothing loaded from anywhere;
 * pictures are parts of the message, or their words.
 */
public final class MailHtml {
    private static final String FONT = "font-family:Arial,Helvetica,sans-serif;color:#14171f;";
    private static final String BODY = FONT + "font-size:15px;line-height:24px;margin:0 0 12px 0;";
    private static final Pattern SAFE_LINK =
            Pattern.compile("(?i)^(https?://|mailto:)[^\\s\"'<>]+$");

    /** Width of the column, in pixels: a wider picture is drawn as wide as it. */
    private static final int COLUMN = 600;

    private final Tokens tokens;
    private final PictureAddress pictures;
    private final StringBuilder html = new StringBuilder();

    private MailHtml(Tokens tokens, PictureAddress pictures) {
        this.tokens = tokens;
        this.pictures = pictures;
    }

    /** The whole page. */
    public static String page(
            String subject, Map<?, ?> document, Tokens tokens, PictureAddress pictures) {
        return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
        <body style="margin:0;padding:0;background:#ffffff;">
        <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0">\
        <tr><td align="center" style="padding:24px 12px;">
        <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" \
        style="width:100%%;max-width:600px;"><tr><td style="text-align:left;">
        %s
        </td></tr></table>
        </td></tr></table>
        </body></html>
        """
                .formatted(escape(subject), body(document, tokens, pictures));
    }

    /** The content alone, for previews and PDF. */
    public static String body(Map<?, ?> document, Tokens tokens, PictureAddress pictures) {
        var mail = new MailHtml(tokens, pictures);
        mail.blocks(document);
        return mail.html.toString();
    }

    private void blocks(Map<?, ?> node) {
        Inline.children(node).forEach(this::block);
    }

    private void block(Map<?, ?> node) {
        switch (Inline.type(node)) {
            case "paragraph" -> inlineIn("p", BODY, node);
            case "heading" -> heading(node);
            case "code_block" ->
                    inlineIn("pre", BODY + "font-family:monospace;white-space:pre-wrap;", node);
            case "bullet_list" -> blocksIn("ul", BODY + "padding-left:24px;", node);
            case "ordered_list" -> ordered(node);
            case "task_list" -> blocksIn("ul", BODY + "padding-left:24px;", node);
            case "list_item" -> blocksIn("li", "margin:0;", node);
            case "task_item" -> task(node);
            case "blockquote" ->
                    blocksIn(
                            "blockquote",
                            BODY + "border-left:3px solid #868fa0;padding-left:12px;",
                            node);
            case "callout" ->
                    blocksIn("div", BODY + "background:#e8f0fc;padding:12px 12px 1px 12px;", node);
            case "horizontal_rule" ->
                    html.append("<hr style=\"border:0;border-top:1px solid #e2e5ea;\">\n");
            case "table" -> table(node);
            default -> blocks(node);
        }
    }

    private void heading(Map<?, ?> node) {
        var level = Math.clamp(Inline.number(node, "level", 2), 1, 4);
        var size = level == 1 ? "19px" : level == 2 ? "16px" : "15px";
        inlineIn(
                "h" + level,
                FONT + "font-size:" + size + ";line-height:24px;margin:18px 0 4px 0;",
                node);
    }

    private void ordered(Map<?, ?> node) {
        html.append(
                "<ol start=\"%d\" style=\"%s\">\n"
                        .formatted(Inline.number(node, "order", 1), BODY + "padding-left:24px;"));
        blocks(node);
        html.append("</ol>\n");
    }

    private void task(Map<?, ?> node) {
        var done = Boolean.TRUE.equals(Inline.attribute(node, "checked"));
        html.append("<li style=\"margin:0;list-style:none;\">").append(done ? "[x] " : "[ ] ");
        blocks(node);
        html.append("</li>\n");
    }

    private void table(Map<?, ?> node) {
        html.append(
                "<table cellpadding=\"6\" cellspacing=\"0\" border=\"1\" style=\"%sborder-collapse:collapse;border-color:#e2e5ea;\">\n"
                        .formatted(BODY));
        for (var row : Inline.children(node)) {
            html.append("<tr>");
            for (var cell : Inline.children(row)) {
                var tag = Inline.type(cell).equals("table_header") ? "th" : "td";
                html.append(
                        "<%s colspan=\"%d\" rowspan=\"%d\" align=\"left\" valign=\"top\">"
                                .formatted(
                                        tag,
                                        Inline.number(cell, "colspan", 1),
                                        Inline.number(cell, "rowspan", 1)));
                blocks(cell);
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void blocksIn(String tag, String style, Map<?, ?> node) {
        open(tag, style);
        blocks(node);
        html.append("</").append(tag).append(">\n");
    }

    private void inlineIn(String tag, String style, Map<?, ?> node) {
        open(tag, style);
        Inline.children(node).forEach(this::leaf);
        html.append("</").append(tag).append(">\n");
    }

    private void open(String tag, String style) {
        html.append('<').append(tag).append(" style=\"").append(style).append("\">");
    }

    private void leaf(Map<?, ?> leaf) {
        if (Inline.type(leaf).equals("hard_break")) {
            html.append("<br>");
            return;
        }
        var words =
                Inline.type(leaf).equals("image")
                        ? picture(leaf)
                        : escape(Inline.words(leaf, tokens));
        for (var mark : Inline.marks(leaf).reversed()) {
            words = marked(mark, words);
        }
        html.append(words);
    }

    private String picture(Map<?, ?> leaf) {
        var address = pictures.of(Inline.string(leaf, "src"));
        if (address == null) {
            return escape(Inline.words(leaf, tokens));
        }
        var width = Math.min(COLUMN, Inline.number(leaf, "width", COLUMN));
        return "<img src=\"%s\" alt=\"%s\" width=\"%d\" style=\"max-width:100%%;height:auto;border:0;\">"
                .formatted(escape(address), escape(Inline.string(leaf, "alt")), width);
    }

    private static String marked(Map<?, ?> mark, String words) {
        return switch (Inline.type(mark)) {
            case "strong" -> "<strong>" + words + "</strong>";
            case "em" -> "<em>" + words + "</em>";
            case "underline" -> "<u>" + words + "</u>";
            case "strike" -> "<s>" + words + "</s>";
            case "code" -> "<code>" + words + "</code>";
            case "link" -> link(Inline.string(mark, "href"), words);
            default -> words;
        };
    }

    private static String link(String href, String words) {
        return SAFE_LINK.matcher(href).matches()
                ? "<a href=\"%s\" style=\"color:#3446c4;\">%s</a>".formatted(escape(href), words)
                : words;
    }

    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(point);
                    }
                });
        return safe.toString();
    }
}
