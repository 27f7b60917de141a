package app.candor.demo.story;

import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Texts of the demo in a shorthand: {@code # heading}, {@code - item}, {@code [ ] task}, {@code [x]
 * task}, any other line a paragraph; {@code {started}} is a fact, {@code {{contact_name}}} a merge
 * field.
 */
final class Prose {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([a-z_]+)}}|\\{([a-z-]+)}");

    private Prose() {}

    static Node document(String shorthand) {
        var blocks = new ArrayList<Map<String, Object>>();
        for (var line : shorthand.strip().split("\n")) {
            if (!line.isBlank()) {
                add(blocks, line.strip());
            }
        }
        return Node.fromJson(Schema.candor(), Map.of("type", "doc", "content", blocks));
    }

    private static void add(List<Map<String, Object>> blocks, String line) {
        if (line.startsWith("# ")) {
            blocks.add(
                    Map.of(
                            "type",
                            "heading",
                            "attrs",
                            Map.of("level", 2),
                            "content",
                            inline(line.substring(2))));
        } else if (line.startsWith("- ")) {
            join(blocks, "bullet_list", item("list_item", Map.of(), line.substring(2)));
        } else if (line.startsWith("[")) {
            join(
                    blocks,
                    "task_list",
                    item("task_item", Map.of("checked", line.charAt(1) == 'x'), line.substring(4)));
        } else {
            blocks.add(paragraph(line));
        }
    }

    @SuppressWarnings("unchecked")
    private static void join(
            List<Map<String, Object>> blocks, String list, Map<String, Object> item) {
        if (!blocks.isEmpty() && list.equals(blocks.getLast().get("type"))) {
            ((List<Object>) Objects.requireNonNull(blocks.getLast().get("content"))).add(item);
        } else {
            blocks.add(Map.of("type", list, "content", new ArrayList<Object>(List.of(item))));
        }
    }

    private static Map<String, Object> item(String type, Map<String, Object> attrs, String text) {
        return Map.of("type", type, "attrs", attrs, "content", List.of(paragraph(text)));
    }

    private static Map<String, Object> paragraph(String text) {
        return Map.of("type", "paragraph", "content", inline(text));
    }

    private static List<Map<String, Object>> inline(String text) {
        var parts = new ArrayList<Map<String, Object>>();
        var tokens = TOKEN.matcher(text);
        var from = 0;
        while (tokens.find()) {
            text(parts, text.substring(from, tokens.start()));
            parts.add(
                    tokens.group(1) != null
                            ? atom("merge_field", "name", tokens.group(1))
                            : atom("fact", "key", tokens.group(2)));
            from = tokens.end();
        }
        text(parts, text.substring(from));
        return parts;
    }

    private static Map<String, Object> atom(String type, String attribute, String value) {
        return Map.of("type", type, "attrs", Map.of(attribute, value));
    }

    private static void text(List<Map<String, Object>> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(Map.of("type", "text", "text", text));
        }
    }
}
