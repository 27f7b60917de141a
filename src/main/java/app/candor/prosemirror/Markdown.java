package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints a document as Markdown: CommonMark with tables, tasks and strike-through as on GitHub.
 *
 * <p>Underlining has no Markdown and is dropped; cells that span keep their words and are followed
 * by empty ones.
 */
public final class Markdown {
    /** Ends a cell, wherever it comes from. */
    private static final Pattern BARE_PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final AtomWords words;

    private Markdown(AtomWords words) {
        this.words = words;
    }

    public static String print(Node doc, AtomWords words) {
        return String.join("\n", new Markdown(words).blocks(doc)) + "\n";
    }

    /** The lines of all blocks, an empty line between each two. */
    private List<String> blocks(Node parent) {
        List<String> lines = new ArrayList<>();
        Node previous = null;
        for (Node child : parent.content().children()) {
            if (previous != null) {
                lines.add("");
                if (isList(previous) && isList(child)) {
                    lines.add("<!-- -->");
                    lines.add("");
                }
            }
            lines.addAll(block(child));
            previous = child;
        }
        return lines;
    }

    private static boolean isList(Node node) {
        return node.type().name().endsWith("_list");
    }

    private List<String> block(Node node) {
        return switch (node.type().name()) {
            case "heading" -> List.of("#".repeat(level(node)) + " " + oneLine(node));
            case "blockquote" -> prefixed(blocks(node), "> ", "> ");
            case "callout" -> callout(node);
            case "code_block" -> code(node);
            case "horizontal_rule" -> List.of("---");
            case "bullet_list", "ordered_list", "task_list" -> list(node);
            case "table" -> table(node);
            default ->
                    node.type().isTextblock()
                            ? List.of(inline(node.content()).split("\n", -1))
                            : blocks(node);
        };
    }

    private static int level(Node heading) {
        return heading.attrs().get("level") instanceof Long level ? level.intValue() : 1;
    }

    private String oneLine(Node textblock) {
        return inline(textblock.content()).replace("\\\n", " ").replace('\n', ' ').strip();
    }

    private List<String> callout(Node node) {
        String kind = String.valueOf(node.attrs().get("kind"));
        List<String> lines = new ArrayList<>();
        lines.add("**" + MarkdownText.escape(kind.toUpperCase(Locale.ROOT)) + "**");
        lines.add("");
        lines.addAll(blocks(node));
        return prefixed(lines, "> ", "> ");
    }

    private static List<String> code(Node node) {
        String text = node.textContent("");
        String fence = "`".repeat(Math.max(3, MarkdownText.longestRun(text, '`') + 1));
        String language = String.valueOf(node.attrs().get("language"));
        List<String> lines = new ArrayList<>();
        lines.add(fence + (language.matches("[\\w+#.-]*") ? language : ""));
        lines.addAll(List.of(text.split("\n", -1)));
        lines.add(fence);
        return lines;
    }

    private List<String> list(Node list) {
        List<String> lines = new ArrayList<>();
        long number = list.attrs().get("order") instanceof Long order ? order : 1;
        for (Node item : list.content().children()) {
            String bullet =
                    switch (list.type().name()) {
                        case "ordered_list" -> number + ". ";
                        default -> "- ";
                    };
            boolean done = Boolean.TRUE.equals(item.attrs().get("checked"));
            String box = !list.type().name().equals("task_list") ? "" : done ? "[x] " : "[ ] ";
            lines.addAll(prefixed(blocks(item), bullet + box, " ".repeat(bullet.length())));
            number++;
        }
        return lines;
    }

    private static List<String> prefixed(List<String> lines, String first, String rest) {
        List<String> result = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            result.add(((i == 0 ? first : rest) + lines.get(i)).stripTrailing());
        }
        return result;
    }

    private List<String> table(Node table) {
        List<List<String>> rows = new ArrayList<>();
        int columns = 1;
        for (Node row : table.content().children()) {
            List<String> cells = cells(row);
            columns = Math.max(columns, cells.size());
            rows.add(cells);
        }
        boolean headed = !rows.isEmpty() && startsWithHeader(table.content().child(0));
        List<String> lines = new ArrayList<>();
        lines.add(row(headed ? rows.removeFirst() : List.of(), columns));
        lines.add("|" + " --- |".repeat(columns));
        for (List<String> row : rows) {
            lines.add(row(row, columns));
        }
        return lines;
    }

    private static boolean startsWithHeader(Node row) {
        return row.content().childCount() > 0
                && row.content().child(0).type().name().equals("table_header");
    }

    private List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell : row.content().children()) {
            List<String> lines = blocks(cell).stream().filter(line -> !line.isEmpty()).toList();
            cells.add(BARE_PIPE.matcher(String.join("<br>", lines)).replaceAll("\\\\|"));
            if (cell.attrs().get("colspan") instanceof Long span) {
                for (long i = 1; i < span; i++) {
                    cells.add("");
                }
            }
        }
        return cells;
    }

    private static String row(List<String> cells, int columns) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < columns; i++) {
            line.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
        }
        return line.toString();
    }

    private String inline(Fragment content) {
        MarkdownText text = new MarkdownText();
        for (Node node : content.children()) {
            switch (node.type().name()) {
                case "text" -> text.words(node.text(), node.marks());
                case "hard_break" -> text.lineBreak();
                case "image" -> text.raw(image(node.attrs()), node.marks());
                default -> text.words(words.of(node), node.marks());
            }
        }
        return text.print();
    }

    private static String image(Map<String, @Nullable Object> attrs) {
        return "!["
                + MarkdownText.escape(String.valueOf(attrs.get("alt")))
                + "]("
                + MarkdownText.target(attrs.get("src"), attrs.get("title"))
                + ")";
    }
}
