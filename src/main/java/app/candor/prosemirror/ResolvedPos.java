package app.candor.prosemirror;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A position with the nodes around it, from the root (level 0) to its parent. */
public final class ResolvedPos {
    /** Room for the usual number of levels. */
    private static final int LEVELS = 4;

    private final int pos;
    private final int parentOffset;
    private final Node[] path;
    private final int depth;
    private final int[] indexes;

    /** By level, the position of the child the path goes through, or that this is in or before. */
    private final int[] offsets;

    private ResolvedPos(
            int pos, int parentOffset, Node[] path, int depth, int[] indexes, int[] offsets) {
        this.pos = pos;
        this.parentOffset = parentOffset;
        this.path = path;
        this.depth = depth;
        this.indexes = indexes;
        this.offsets = offsets;
    }

    static ResolvedPos resolve(Node doc, int pos) {
        if (pos < 0 || pos > doc.content().size()) {
            throw new InvalidDocument("A position is outside of the document");
        }
        Node[] path = new Node[LEVELS];
        int[] indexes = new int[LEVELS];
        int[] offsets = new int[LEVELS];
        int start = 0;
        int parentOffset = pos;
        Node node = doc;
        int level = 0;
        while (true) {
            Fragment.Place place = node.content().find(parentOffset);
            if (level == indexes.length) {
                path = Arrays.copyOf(path, level * 2);
                indexes = Arrays.copyOf(indexes, level * 2);
                offsets = Arrays.copyOf(offsets, level * 2);
            }
            path[level] = node;
            indexes[level] = place.index();
            offsets[level] = start + place.offset();
            int rest = parentOffset - place.offset();
            if (rest == 0) {
                break;
            }
            node = node.content().child(place.index());
            if (node.isText()) {
                break;
            }
            parentOffset = rest - 1;
            start += place.offset() + 1;
            level++;
        }
        return new ResolvedPos(pos, parentOffset, path, level, indexes, offsets);
    }

    public int pos() {
        return pos;
    }

    /** How many levels the parent is below the root. */
    public int depth() {
        return depth;
    }

    public Node parent() {
        return path[depth];
    }

    public int parentOffset() {
        return parentOffset;
    }

    /**
     * @throws InvalidDocument if there is no such level
     */
    public Node node(int level) {
        if (level < 0 || level > depth) {
            throw new InvalidDocument("A position has no such level");
        }
        return path[level];
    }

    /** Index of the child at this level that the position is in or before. */
    public int index(int level) {
        return indexes[level];
    }

    public int indexAfter(int level) {
        return indexes[level] + (level == depth() && textOffset() == 0 ? 0 : 1);
    }

    /** Where the content of the node at this level starts. */
    public int start(int level) {
        return level == 0 ? 0 : offsets[level - 1] + 1;
    }

    public int end(int level) {
        return start(level) + node(level).content().size();
    }

    /** How far into a text node the position is, else 0. */
    public int textOffset() {
        return pos - offsets[depth()];
    }

    /** What of the parent follows directly: the rest of a text, or a node. */
    @Nullable Node nodeAfter() {
        Node child = parent().content().maybeChild(index(depth()));
        int offset = textOffset();
        return child == null || offset == 0
                ? child
                : child.withText(child.text().substring(offset));
    }

    /** What of the parent goes directly before: the start of a text, or a node. */
    @Nullable Node nodeBefore() {
        int index = index(depth());
        int offset = textOffset();
        if (offset > 0) {
            Node child = parent().content().child(index);
            return child.withText(child.text().substring(0, offset));
        }
        return parent().content().maybeChild(index - 1);
    }

    /** The deepest level whose node holds the other position too. */
    public int sharedDepth(int other) {
        for (int level = depth(); level > 0; level--) {
            if (start(level) <= other && end(level) >= other) {
                return level;
            }
        }
        return 0;
    }
}
