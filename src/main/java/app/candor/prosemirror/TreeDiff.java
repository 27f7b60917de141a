package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a document, as a tree that keeps tables, rows, cells and
 * lists together.
 *
 * <p>Equal neighbours are found first, by blocks that stand once in both; only what lies between
 * them is compared word by word.
 */
public record TreeDiff(List<Part> parts) {
    private static final double ALIKE = 0.35;

    /** Pairs of blocks compared by their words; a larger gap counts as replaced. */
    private static final long MOST_COMPARED = 60_000;

    /**
     * One node of either version, or of both.
     *
     * @param change SAME with all below it; INSERTED or DELETED as a whole; CHANGED when something
     *     below it differs; RESTYLED when only its attributes, or marks of its words, do
     * @param before the node in the old version, null if it is new
     * @param after the node in the new version, null if it is gone
     * @param parts what it holds, for a CHANGED node that holds blocks
     * @param runs what it holds, for a CHANGED or RESTYLED block of words
     */
    public record Part(
            Change change,
            @Nullable Node before,
            @Nullable Node after,
            List<Part> parts,
            List<Diff.Run> runs) {

        /** The node as it is now, or was. */
        public Node node() {
            var now = after != null ? after : before;
            return Objects.requireNonNull(now);
        }
    }

    public static TreeDiff between(Node before, Node after) {
        return new TreeDiff(parts(before.content().children(), after.content().children()));
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.change == Change.SAME);
    }

    private static List<Part> parts(List<Node> before, List<Node> after) {
        var found = new ArrayList<Part>();
        new Pairing(before, after).into(found);
        return List.copyOf(found);
    }

    private static Part pair(Node was, Node is) {
        if (was.equals(is)) {
            return new Part(Change.SAME, was, is, List.of(), List.of());
        }
        if (is.type().isTextblock()) {
            var runs = InlineToken.runs(InlineToken.all(was), InlineToken.all(is));
            var words =
                    runs.stream()
                            .anyMatch(run ->
                                    run.change() == Change.INSERTED
                                            || run.change() == Change.DELETED);
            return new Part(words ? Change.CHANGED : Change.RESTYLED, was, is, List.of(), runs);
        }
        var below = parts(was.content().children(), is.content().children());
        var same = below.stream().allMatch(part -> part.change == Change.SAME);
        return new Part(same ? Change.RESTYLED : Change.CHANGED, was, is, below, List.of());
    }

    /** Lays two lists of siblings beside each other. */
    private record Pairing(List<Node> before, List<Node> after) {

        void into(List<Part> found) {
            int start = 0;
            int end = before.size();
            int newEnd = after.size();
            while (start < end && start < newEnd && same(start, start)) {
                found.add(pair(before.get(start), after.get(start)));
                start++;
            }
            int tail = 0;
            while (end - tail > start
                    && newEnd - tail > start
                    && same(end - tail - 1, newEnd - tail - 1)) {
                tail++;
            }
            between(start, end - tail, start, newEnd - tail, found);
            for (int i = tail; i > 0; i--) {
                found.add(pair(before.get(end - i), after.get(newEnd - i)));
            }
        }

        private boolean same(int i, int j) {
            return before.get(i).equals(after.get(j));
        }

        private void between(int from, int to, int newFrom, int newTo, List<Part> found) {
            int at = from;
            int newAt = newFrom;
            for (var anchor : anchors(from, to, newFrom, newTo)) {
                gap(at, anchor[0], newAt, anchor[1], found);
                found.add(pair(before.get(anchor[0]), after.get(anchor[1])));
                at = anchor[0] + 1;
                newAt = anchor[1] + 1;
            }
            gap(at, to, newAt, newTo, found);
        }

        /** Pairs of equal blocks that stand once on either side, in an order both sides have. */
        private List<int[]> anchors(int from, int to, int newFrom, int newTo) {
            Map<Node, Integer> old = once(before, from, to);
            Map<Node, Integer> now = once(after, newFrom, newTo);
            var pairs = new ArrayList<int[]>();
            for (int i = from; i < to; i++) {
                var there =
                        old.getOrDefault(before.get(i), -1) == i ? now.get(before.get(i)) : null;
                if (there != null && there >= 0) {
                    pairs.add(new int[] {i, there});
                }
            }
            return rising(pairs);
        }

        private static Map<Node, Integer> once(List<Node> nodes, int from, int to) {
            var places = new HashMap<Node, Integer>();
            for (int i = from; i < to; i++) {
                places.merge(nodes.get(i), i, (first, second) -> -1);
            }
            return places;
        }

        /** The longest part of the pairs whose second numbers rise. */
        private static List<int[]> rising(List<int[]> pairs) {
            var ends = new ArrayList<Integer>();
            var previous = new int[pairs.size()];
            for (int i = 0; i < pairs.size(); i++) {
                int value = pairs.get(i)[1];
                int low = 0;
                int high = ends.size();
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (pairs.get(ends.get(middle))[1] < value) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                previous[i] = low == 0 ? -1 : ends.get(low - 1);
                if (low == ends.size()) {
                    ends.add(i);
                } else {
                    ends.set(low, i);
                }
            }
            var chosen = new ArrayList<int[]>();
            for (int i = ends.isEmpty() ? -1 : ends.getLast(); i >= 0; i = previous[i]) {
                chosen.add(pairs.get(i));
            }
            Collections.reverse(chosen);
            return chosen;
        }

        private void gap(int from, int to, int newFrom, int newTo, List<Part> found) {
            var old = before.subList(from, to).stream().map(Block::of).toList();
            var now = after.subList(newFrom, newTo).stream().map(Block::of).toList();
            boolean comparable = (long) old.size() * now.size() <= MOST_COMPARED;
            for (var row : Alignment.of(old, now, (a, b) -> comparable ? a.likeness(b) : 0)) {
                if (row.before() == Alignment.NONE) {
                    found.add(whole(Change.INSERTED, null, now.get(row.after()).node()));
                } else if (row.after() == Alignment.NONE) {
                    found.add(whole(Change.DELETED, old.get(row.before()).node(), null));
                } else {
                    found.add(pair(old.get(row.before()).node(), now.get(row.after()).node()));
                }
            }
        }

        private static Part whole(Change change, @Nullable Node before, @Nullable Node after) {
            return new Part(change, before, after, List.of(), List.of());
        }
    }

    /** A node with its words, for finding its counterpart. */
    private record Block(Node node, Set<String> words) {

        static Block of(Node node) {
            var words = new HashSet<String>();
            for (var word : node.textContent(" ").split("[^\\p{L}\\p{N}]+")) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            return new Block(node, words);
        }

        double likeness(Block other) {
            if (node.type() != other.node.type()) {
                return 0;
            }
            if (node.equals(other.node)) {
                return 1;
            }
            if (node.isLeaf()) {
                return 0;
            }
            if (!node.type().isTextblock() && !node.type().name().equals("list_item")) {
                return Math.max(0.4, share(other) * 0.99);
            }
            if (words.isEmpty() || other.words.isEmpty()) {
                return words.isEmpty() && other.words.isEmpty() ? 0.5 : 0;
            }
            double share = share(other);
            return share < ALIKE ? 0 : share * 0.99;
        }

        private double share(Block other) {
            if (words.isEmpty() && other.words.isEmpty()) {
                return 0;
            }
            var smaller = words.size() <= other.words.size() ? words : other.words;
            var larger = smaller == words ? other.words : words;
            long common = smaller.stream().filter(larger::contains).count();
            return 2.0 * common / (words.size() + other.words.size());
        }
    }
}
