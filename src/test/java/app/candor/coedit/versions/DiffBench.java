package app.candor.coedit.versions;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.TreeDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the difference of two versions takes, each 200 KB of headings, paragraphs, lists and
 * tables, where one block in five was edited, and some were added, removed or moved. Writes {@code
 * target/diff.json}.
 */
@Tag("bench")
class DiffBench {
    private static final int SIZE = 200 * 1024;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final long SEED = 20_261_118;

    private final Random random = new Random(SEED);

    @Test
    void measure() throws Exception {
        var before = new ArrayList<Map<String, Object>>();
        int size = 0;
        while (size < SIZE) {
            var block = block();
            before.add(block);
            size += document(List.of(block)).textContent("").length();
        }
        var older = document(before);
        var newer = document(edited(before));
        var diff = times(() -> TreeDiff.between(older, newer).parts().size());
        var inline =
                times(() -> DiffHtml.inline(TreeDiff.between(older, newer), key -> key).length());
        var beside =
                times(() -> DiffHtml.beside(TreeDiff.between(older, newer), key -> key).length());
        assertThat(TreeDiff.between(older, newer).isEmpty()).isFalse();

        Files.writeString(
                Path.of("target/diff.json"),
                ("{\"kb\": %d, \"blocks\": %d, \"rounds\": %d, \"seed\": %d, \"diff_p50_ms\": %.1f,"
                                + " \"diff_p95_ms\": %.1f, \"inline_p50_ms\": %.1f, \"inline_p95_ms\": %.1f,"
                                + " \"beside_p50_ms\": %.1f, \"beside_p95_ms\": %.1f, \"first_ms\": %.1f}")
                        .formatted(
                                older.textContent("").length() / 1024,
                                before.size(),
                                ROUNDS,
                                SEED,
                                diff.at(50),
                                diff.at(95),
                                inline.at(50),
                                inline.at(95),
                                beside.at(50),
                                beside.at(95),
                                diff.first()));
    }

    /** Milliseconds, in order, and those of the very first call. */
    private record Took(double[] sorted, double first) {
        double at(int percent) {
            return sorted[(sorted.length - 1) * percent / 100];
        }
    }

    private interface Work {
        int run();
    }

    private static Took times(Work work) {
        ToIntFunction<Work> call = Work::run;
        double first = millis(work, call);
        for (int i = 0; i < WARM_UP; i++) {
            millis(work, call);
        }
        var took = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            took[i] = millis(work, call);
        }
        Arrays.sort(took);
        return new Took(took, first);
    }

    private static double millis(Work work, ToIntFunction<Work> call) {
        long began = System.nanoTime();
        int size = call.applyAsInt(work);
        double took = (System.nanoTime() - began) / 1e6;
        assertThat(size).isPositive();
        return took;
    }

    private List<Map<String, Object>> edited(List<Map<String, Object>> before) {
        var after = new ArrayList<Map<String, Object>>();
        for (var block : before) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> after.add(editedWords(block));
                case 4 -> {
                    after.add(block);
                    after.add(block());
                }
                case 5 -> after.add(Math.max(0, after.size() - 3), block);
                case 6 -> {}
                default -> after.add(block);
            }
        }
        return after;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> editedWords(Map<String, Object> node) {
        if ("text".equals(node.get("type"))) {
            var words = new ArrayList<>(List.of(((String) node.get("text")).split(" ")));
            words.set(random.nextInt(words.size()), "changed");
            words.add(random.nextInt(words.size()), "added");
            return text(String.join(" ", words));
        }
        var children = (List<Map<String, Object>>) node.get("content");
        if (children == null) {
            return node;
        }
        var changed = new ArrayList<>(children);
        int at = random.nextInt(changed.size());
        changed.set(at, editedWords(changed.get(at)));
        var copy = new java.util.LinkedHashMap<>(node);
        copy.put("content", changed);
        return copy;
    }

    private Map<String, Object> block() {
        return switch (random.nextInt(6)) {
            case 0 ->
                    Map.of(
                            "type",
                            "heading",
                            "attrs",
                            Map.of("level", 2),
                            "content",
                            List.of(text(words(5))));
            case 1 -> {
                var items = List.of(item(words(14)), item(words(9)), item(words(20)));
                yield Map.of("type", "bullet_list", "content", items);
            }
            case 2 -> {
                var rows = new ArrayList<Map<String, Object>>();
                for (int row = 0; row < 5; row++) {
                    var cells = new ArrayList<Map<String, Object>>();
                    for (int cell = 0; cell < 4; cell++) {
                        cells.add(
                                Map.of(
                                        "type",
                                        "table_cell",
                                        "content",
                                        List.of(paragraph(words(6)))));
                    }
                    rows.add(Map.of("type", "table_row", "content", cells));
                }
                yield Map.of("type", "table", "content", rows);
            }
            default -> paragraph(words(60 + random.nextInt(60)));
        };
    }

    private static Map<String, Object> item(String words) {
        return Map.of("type", "list_item", "content", List.of(paragraph(words)));
    }

    private static Map<String, Object> paragraph(String words) {
        return Map.of("type", "paragraph", "content", List.of(text(words)));
    }

    private static Map<String, Object> text(String words) {
        return Map.of("type", "text", "text", words);
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append("word").append(random.nextInt(400));
        }
        return words.toString();
    }

    private static Node document(List<Map<String, Object>> blocks) {
        return Node.fromJson(Schema.candor(), Map.of("type", "doc", "content", blocks));
    }
}
