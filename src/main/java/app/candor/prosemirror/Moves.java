package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds blocks that went from one place to another, among those that came and those that went. */
final class Moves {
    /** Least words of a block that may differ a little and still be the same one. */
    private static final int WORDS = 5;

    /** Least share of common words of such a block. */
    private static final double ALIKE = 0.75;

    /** Pairs compared at most; beyond, only equal blocks are found. */
    private static final long MOST_COMPARED = 250_000;

    private final List<Diff.Block> blocks;
    private final boolean compare;

    private Moves(List<Diff.Block> blocks, boolean compare) {
        this.blocks = blocks;
        this.compare = compare;
    }

    /** The same blocks, each end of a move naming the other. */
    static List<Diff.Block> marked(List<Diff.Block> blocks) {
        var gone = indexes(blocks, Change.DELETED);
        var come = indexes(blocks, Change.INSERTED);
        if (gone.isEmpty() || come.isEmpty()) {
            return blocks;
        }
        boolean compare = (long) gone.size() * come.size() <= MOST_COMPARED;
        return new Moves(new ArrayList<>(blocks), compare).pair(gone, come);
    }

    private static List<Integer> indexes(List<Diff.Block> blocks, Change change) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).change() == change && !words(node(blocks.get(i))).isEmpty()) {
                found.add(i);
            }
        }
        return found;
    }

    private List<Diff.Block> pair(List<Integer> gone, List<Integer> come) {
        for (boolean exact : compare ? new boolean[] {true, false} : new boolean[] {true}) {
            for (int from : List.copyOf(gone)) {
                for (int to : come) {
                    if (same(node(blocks.get(from)), node(blocks.get(to)), exact)) {
                        blocks.set(from, blocks.get(from).movedTo(to));
                        blocks.set(to, blocks.get(to).movedTo(from));
                        gone.remove((Integer) from);
                        come.remove((Integer) to);
                        break;
                    }
                }
            }
        }
        return blocks;
    }

    private static boolean same(Node one, Node other, boolean exact) {
        if (exact) {
            return one.equals(other);
        }
        var words = words(one);
        var others = words(other);
        if (one.type() != other.type() || Math.min(words.size(), others.size()) < WORDS) {
            return false;
        }
        var common = new HashSet<>(words);
        common.retainAll(others);
        return 2.0 * common.size() / (words.size() + others.size()) >= ALIKE;
    }

    private static Node node(Diff.Block block) {
        var after = block.after();
        var before = block.before();
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("A block of neither version");
    }

    private static Set<String> words(Node block) {
        return PlacedBlock.words(block);
    }
}
