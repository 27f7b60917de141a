package app.candor.comms.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One block as it is read: for comparing and for small screens.
 *
 * @param section the heading above it; empty before the first
 * @param heading whether it is that heading itself
 * @param picture address of the picture that the block is; its text then names its content, so that
 *     another picture under the same words is a change. Null for words
 */
public record ReadingBlock(String section, String text, boolean heading, @Nullable String picture) {

    /** Words. */
    public ReadingBlock(String section, String text, boolean heading) {
        this(section, text, heading, null);
    }

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
                    case "paragraph", "code_block" -> {
                        add(first + words(child));
                        pictures(child);
                    }
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

        private void pictures(Map<?, ?> node) {
            for (var leaf : Inline.children(node)) {
                if (Inline.type(leaf).equals("image")) {
                    var src = Inline.string(leaf, "src");
                    found.add(
                            new ReadingBlock(
                                    section,
                                    "Picture: %s (content %s)"
                                            .formatted(Inline.string(leaf, "alt"), content(src)),
                                    false,
                                    src));
                }
            }
        }

        private static String content(String src) {
            var stored = PictureAddress.stored(src);
            return stored.matches() ? stored.group(2).substring(0, 8) : "from elsewhere";
        }

        private void add(String words) {
            if (!words.isBlank() && !words.equals("• ")) {
                found.add(new ReadingBlock(section, words, false));
            }
        }

        private String words(Map<?, ?> node) {
            var words = new StringBuilder();
            for (var leaf : Inline.children(node)) {
                switch (Inline.type(leaf)) {
                    case "hard_break" -> words.append('\n');
                    case "image" -> {}
                    default -> words.append(Inline.words(leaf, tokens));
                }
            }
            return words.toString();
        }
    }
}
