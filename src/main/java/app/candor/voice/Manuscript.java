package app.candor.voice;

import app.candor.prosemirror.AtomWords;
import app.candor.prosemirror.Node;
import java.util.ArrayList;
import java.util.List;

/** A text to judge: its passages in reading order. */
public record Manuscript(List<Passage> passages) {

    public Manuscript {
        passages = List.copyOf(passages);
    }

    /**
     * @param tokens what facts, mentions, times and merge fields say
     */
    public static Manuscript of(Node document, AtomWords tokens) {
        var reader = new Reader(tokens);
        reader.children(document, 0, Passage.Kind.PARAGRAPH);
        return new Manuscript(reader.passages);
    }

    /** Plain words; empty lines part passages, {@code # } makes a heading, {@code - } an item. */
    public static Manuscript ofLines(String text) {
        var passages = new ArrayList<Passage>();
        var at = 0;
        for (var line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                var kind =
                        line.startsWith("# ")
                                ? Passage.Kind.HEADING
                                : line.startsWith("- ")
                                        ? Passage.Kind.ITEM
                                        : Passage.Kind.PARAGRAPH;
                var skip = kind == Passage.Kind.PARAGRAPH ? 0 : 2;
                var words = line.substring(skip);
                passages.add(
                        new Passage(
                                kind,
                                words,
                                List.of(new Passage.Run(0, words.length(), at + skip, false))));
            }
            at += line.length() + 1;
        }
        return new Manuscript(passages);
    }

    /** All words, one passage a line. */
    public String words() {
        var all = new StringBuilder();
        passages.forEach(passage -> all.append(passage.words()).append('\n'));
        return all.toString();
    }

    private static final class Reader {
        private final AtomWords tokens;
        private final List<Passage> passages = new ArrayList<>();

        Reader(AtomWords tokens) {
            this.tokens = tokens;
        }

        /** Reads the children of a block whose content begins at the position. */
        void children(Node parent, int position, Passage.Kind kind) {
            var at = position;
            for (var child : parent.content().children()) {
                block(child, at, kind);
                at += child.size();
            }
        }

        private void block(Node node, int at, Passage.Kind within) {
            switch (node.type().name()) {
                case "paragraph" -> passage(node, at + 1, within);
                case "heading" ->
                        passage(
                                node,
                                at + 1,
                                within == Passage.Kind.PARAGRAPH ? Passage.Kind.HEADING : within);
                case "code_block" -> passage(node, at + 1, Passage.Kind.CODE);
                case "blockquote" -> children(node, at + 1, Passage.Kind.QUOTE);
                case "list_item", "task_item" ->
                        children(node, at + 1, deeper(within, Passage.Kind.ITEM));
                case "table_cell", "table_header" ->
                        children(node, at + 1, deeper(within, Passage.Kind.CELL));
                default -> children(node, at + 1, within);
            }
        }

        private static Passage.Kind deeper(Passage.Kind within, Passage.Kind kind) {
            return within == Passage.Kind.QUOTE ? within : kind;
        }

        private void passage(Node node, int position, Passage.Kind kind) {
            var words = new StringBuilder();
            var runs = new ArrayList<Passage.Run>();
            var at = position;
            for (var leaf : node.content().children()) {
                var said = leaf.isText() ? leaf.text() : atom(leaf);
                runs.add(new Passage.Run(words.length(), said.length(), at, !leaf.isText()));
                words.append(said);
                at += leaf.size();
            }
            if (!words.toString().isBlank()) {
                passages.add(new Passage(kind, words.toString(), runs));
            }
        }

        private String atom(Node leaf) {
            return switch (leaf.type().name()) {
                case "hard_break" -> "\n";
                case "image" -> String.valueOf(leaf.attrs().get("alt"));
                default -> tokens.of(leaf);
            };
        }
    }
}
