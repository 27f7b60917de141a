package app.candor.comms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a document besides plain words.
 *
 * @param words its text, one line a block
 * @param facts keys of the facts shown, sorted
 * @param mergeFields names of the merge fields, sorted
 * @param prompts placeholders of the template that nobody has replaced, such as {@code [[…]]}
 * @param pictures in the order of the text
 */
record DocumentScan(
        String words,
        List<String> facts,
        List<String> mergeFields,
        List<String> prompts,
        List<Picture> pictures) {
    private static final Pattern PROMPT = Pattern.compile("\\[\\[(.{0,200}?)\\]\\]");

    /**
     * A picture in the text.
     *
     * @param src its address
     * @param alt what it shows, in words; may be empty
     */
    record Picture(String src, String alt) {}

    static DocumentScan of(Map<String, @Nullable Object> document) {
        var walk = new Walk();
        walk.node(document);
        var prompts = PROMPT.matcher(walk.words).results().map(found -> found.group(1)).toList();
        return new DocumentScan(
                walk.words.toString().strip(),
                List.copyOf(walk.facts),
                List.copyOf(walk.mergeFields),
                prompts,
                List.copyOf(walk.pictures));
    }

    /** Whether there is nothing to read in it. */
    boolean isEmpty() {
        return words.isBlank() && facts.isEmpty();
    }

    private static final class Walk {
        private final StringBuilder words = new StringBuilder();
        private final TreeSet<String> facts = new TreeSet<>();
        private final TreeSet<String> mergeFields = new TreeSet<>();
        private final List<Picture> pictures = new ArrayList<>();

        void node(Map<?, ?> node) {
            switch (String.valueOf(node.get("type"))) {
                case "text" -> words.append(node.get("text"));
                case "fact" -> facts.add(attribute(node, "key"));
                case "merge_field" -> mergeFields.add(attribute(node, "name"));
                case "image" ->
                        pictures.add(new Picture(attribute(node, "src"), attribute(node, "alt")));
                case "mention" -> words.append(attribute(node, "label"));
                case "timestamp" -> words.append(attribute(node, "at"));
                case "paragraph", "heading", "code_block", "hard_break" -> {
                    children(node);
                    words.append('\n');
                }
                default -> children(node);
            }
        }

        private void children(Map<?, ?> node) {
            if (node.get("content") instanceof List<?> content) {
                for (var child : content) {
                    if (child instanceof Map<?, ?> map) {
                        node(map);
                    }
                }
            }
        }

        private static String attribute(Map<?, ?> node, String name) {
            return node.get("attrs") instanceof Map<?, ?> attrs
                    ? String.valueOf(attrs.get(name))
                    : "";
        }
    }
}
