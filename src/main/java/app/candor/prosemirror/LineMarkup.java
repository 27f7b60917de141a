package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Documents written by hand, a block a line: for templates that people edit as text.
 *
 * <p>{@code # } and {@code ## } begin headings, {@code - }, {@code 1. } and {@code [ ] } items,
 * {@code > } a note; lines between bars are rows of a table, the first its head; a single dot is an
 * empty line; anything else is a paragraph. Within a line {@code **words**} is bold, {@code
 * {fact:key}} and {@code {field:name}} are tokens. No text is wrong: what is no markup is words.
 */
public final class LineMarkup {
    private static final Pattern BLOCK =
            Pattern.compile("(##? |- |1\\. |\\[[ x]\\] |> |\\|)(.*)", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile("\\{(fact|field):([a-z][a-z0-9_-]{0,60})\\}|\\*\\*([^*]+)\\*\\*");

    private final List<Map<String, @Nullable Object>> blocks = new ArrayList<>();
    private String open = "";
    private List<Object> items = new ArrayList<>();

    private LineMarkup() {}

    /** A valid document of Candor's schema, at least one empty paragraph. */
    public static Node read(String text) {
        var reading = new LineMarkup();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reading::line);
        reading.close();
        if (reading.blocks.isEmpty()) {
            reading.blocks.add(paragraph(""));
        }
        return Schema.candor().document(node("doc", Map.of(), List.copyOf(reading.blocks)));
    }

    private void line(String line) {
        Matcher block = BLOCK.matcher(line);
        if (!block.matches()) {
            close();
            blocks.add(paragraph(line.equals(".") ? "" : line));
            return;
        }
        String rest = block.group(2).strip();
        switch (block.group(1)) {
            case "# ", "## " -> {
                close();
                long level = block.group(1).length();
                blocks.add(node("heading", Map.of("level", level), inline(rest)));
            }
            case "- " -> item("bullet_list", node("list_item", Map.of(), one(rest)));
            case "1. " -> item("ordered_list", node("list_item", Map.of(), one(rest)));
            case "> " -> item("callout", paragraph(rest));
            case "|" -> item("table", row(rest));
            default -> item("task_list", task(block.group(1).startsWith("[x"), rest));
        }
    }

    private void item(String list, Map<String, @Nullable Object> item) {
        if (!open.equals(list)) {
            close();
            open = list;
        }
        items.add(item);
    }

    private void close() {
        if (!items.isEmpty()) {
            blocks.add(node(open, Map.of(), items));
        }
        open = "";
        items = new ArrayList<>();
    }

    private static Map<String, @Nullable Object> task(boolean done, String words) {
        return node("task_item", Map.of("checked", done), one(words));
    }

    private Map<String, @Nullable Object> row(String cells) {
        String type = open.equals("table") ? "table_cell" : "table_header";
        List<Object> row = new ArrayList<>();
        for (String cell : cells.replaceFirst("\\|$", "").split("\\|", -1)) {
            row.add(node(type, Map.of(), one(cell.strip())));
        }
        return node("table_row", Map.of(), row);
    }

    private static List<Object> one(String words) {
        return List.of(paragraph(words));
    }

    private static Map<String, @Nullable Object> paragraph(String words) {
        return node("paragraph", Map.of(), inline(words));
    }

    private static List<Object> inline(String line) {
        List<Object> parts = new ArrayList<>();
        Matcher found = INLINE.matcher(line);
        int done = 0;
        while (found.find()) {
            words(parts, line.substring(done, found.start()), List.of());
            done = found.end();
            if (found.group(3) != null) {
                words(parts, found.group(3), List.of(Map.of("type", "strong")));
            } else if (found.group(1).equals("fact")) {
                parts.add(node("fact", Map.of("key", found.group(2)), List.of()));
            } else {
                parts.add(node("merge_field", Map.of("name", found.group(2)), List.of()));
            }
        }
        words(parts, line.substring(done), List.of());
        return parts;
    }

    private static void words(List<Object> parts, String words, List<Object> marks) {
        if (words.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> text = new LinkedHashMap<>();
        text.put("type", "text");
        text.put("text", words);
        if (!marks.isEmpty()) {
            text.put("marks", marks);
        }
        parts.add(text);
    }

    private static Map<String, @Nullable Object> node(
            String type, Map<String, Object> attrs, List<Object> content) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("type", type);
        if (!attrs.isEmpty()) {
            node.put("attrs", attrs);
        }
        if (!content.isEmpty()) {
            node.put("content", content);
        }
        return node;
    }
}
