package app.candor.comms.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One block as it is read: for comparing and for small screens.
 *
 * @param section the heading above it; empty before the first
 * @param heading whether it is that heading itself
 */
public record ReadingBlock(String section, String text, boolean heading) {

    /** All blocks with words in them, in order; list items begin with a bullet. */
    public static List<ReadingBlock> of(Map<?, ?> document, Tokens tokens) {
        var walk = new Walk(tokens);
        walk.blocks(document, "");
        return List.copyOf(walk.found);
    }

    private static final class Walk {
        private final Tokens tokens;
        private final List<ReadingBlock> found = new ArrayList<>();
        private String section = "";

        Walk(Tokens tokens) {
            this.tokens = tokens;
        }

        void blocks(Map<?, ?> node, String lead) {
            var first = lead;
            for (var child : Inline.children(node)) {
                switch (Inline.type(child)) {
                    case "heading" -> heading(child);
                    case "paragraph", "code_block" -> add(first + words(child));
                    case "list_item", "task_item" -> blocks(child, "• ");
                    default -> blocks(child, first);
                }
                first = "";
            }
        }

        private void heading(Map<?, ?> node) {
            section = words(node);
            found.add(new ReadingBlock(section, section, true));
        }

        private void add(String words) {
            if (!words.isBlank()) {
                found.add(new ReadingBlock(section, words, false));
            }
        }

        private String words(Map<?, ?> node) {
            var words = new StringBuilder();
            for (var leaf : Inline.children(node)) {
                words.append(
                        Inline.type(leaf).equals("hard_break") ? "\n" : Inline.words(leaf, tokens));
            }
            return words.toString();
        }
    }
}
