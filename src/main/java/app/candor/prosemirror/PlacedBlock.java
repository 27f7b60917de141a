package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block that holds no other blocks, and the nodes it is in.
 *
 * @param node textblock or leaf
 * @param ancestors outermost first, without the document
 * @param words what it says, as keys of {@link InlineToken}
 */
record PlacedBlock(Node node, List<Node> ancestors, Set<String> words) {

    static List<PlacedBlock> all(Node doc) {
        List<PlacedBlock> blocks = new ArrayList<>();
        collect(doc, List.of(), blocks);
        return blocks;
    }

    private static void collect(Node parent, List<Node> ancestors, List<PlacedBlock> blocks) {
        for (Node child : parent.content().children()) {
            if (child.isLeaf() || child.type().isTextblock()) {
                blocks.add(new PlacedBlock(child, ancestors, words(child)));
            } else {
                List<Node> deeper = new ArrayList<>(ancestors);
                deeper.add(child);
                collect(child, List.copyOf(deeper), blocks);
            }
        }
    }

    static Set<String> words(Node block) {
        Set<String> words = new HashSet<>();
        for (InlineToken token : InlineToken.all(block)) {
            if (!token.isBlank()) {
                words.add(token.key());
            }
        }
        return words;
    }

    List<String> around() {
        return ancestors.stream().map(ancestor -> ancestor.type().name()).toList();
    }

    boolean sameSurroundings(PlacedBlock other) {
        return node.type() == other.node.type() && around().equals(other.around());
    }

    /** Attributes that differ, of the block and of ancestors that are alike. */
    List<Diff.AttributeChange> changesTo(PlacedBlock other) {
        List<Diff.AttributeChange> changes = new ArrayList<>();
        int shared = Math.min(ancestors.size(), other.ancestors.size());
        for (int i = 0; i < shared; i++) {
            compare(ancestors.get(i), other.ancestors.get(i), changes);
        }
        compare(node, other.node, changes);
        return changes;
    }

    private static void compare(Node was, Node is, List<Diff.AttributeChange> changes) {
        if (was.type() != is.type() || was.attrs().equals(is.attrs())) {
            return;
        }
        for (String name : is.attrs().keySet()) {
            Object before = was.attrs().get(name);
            Object after = is.attrs().get(name);
            if (!Objects.equals(before, after)) {
                changes.add(new Diff.AttributeChange(is.type().name(), name, before, after));
            }
        }
    }

    /** Equal when block and surroundings look the same, whatever else the surroundings hold. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlacedBlock block
                && node.equals(block.node)
                && sameSurroundings(block)
                && changesTo(block).isEmpty();
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }
}
