package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The children of a node, in order; knows its size, depth and node count without a walk. */
public final class Fragment {
    public static final Fragment EMPTY = new Fragment(new Node[0]);

    private final Node[] children;
    private final int size;
    private final int depth;
    private final int nodes;

    /** Takes the array over: the caller must not change it any more. */
    private Fragment(Node[] children) {
        this.children = children;
        int total = 0;
        int deepest = 0;
        int count = children.length;
        for (Node child : children) {
            total += child.size();
            deepest = Math.max(deepest, child.content().depth + 1);
            count += child.content().nodes;
        }
        this.size = total;
        this.depth = deepest;
        this.nodes = count;
    }

    /** The nodes given, as they are. */
    static Fragment exactly(List<Node> nodes) {
        return nodes.isEmpty() ? EMPTY : new Fragment(nodes.toArray(Node[]::new));
    }

    static Fragment of(Node node) {
        return new Fragment(new Node[] {node});
    }

    /** The nodes given; neighbouring texts with equal marks become one. */
    static Fragment joined(List<Node> nodes) {
        List<Node> result = new ArrayList<>(nodes.size());
        int next = 0;
        while (next < nodes.size()) {
            Node first = nodes.get(next++);
            int end = next;
            while (first.isText() && end < nodes.size() && first.sameMarkup(nodes.get(end))) {
                end++;
            }
            result.add(end == next ? first : oneText(first, nodes.subList(next, end)));
            next = end;
        }
        return exactly(result);
    }

    /** All words at once: one by one, many short texts would take quadratic time. */
    private static Node oneText(Node first, List<Node> others) {
        StringBuilder words = new StringBuilder(first.text());
        others.forEach(other -> words.append(other.text()));
        return first.withText(words.toString());
    }

    static void addJoining(List<Node> target, Node node) {
        Node last = target.isEmpty() ? null : target.getLast();
        if (last != null && node.isText() && last.sameMarkup(node)) {
            target.set(target.size() - 1, last.withText(last.text() + node.text()));
        } else {
            target.add(node);
        }
    }

    public List<Node> children() {
        return Collections.unmodifiableList(Arrays.asList(children));
    }

    /** Size in positions. */
    public int size() {
        return size;
    }

    /** Levels of nodes in it; 0 when empty. */
    int depth() {
        return depth;
    }

    /** Nodes in it, at all levels. */
    int nodes() {
        return nodes;
    }

    public int childCount() {
        return children.length;
    }

    /**
     * @throws InvalidDocument if there is no such child
     */
    public Node child(int index) {
        if (index < 0 || index >= children.length) {
            throw new InvalidDocument("There is no child at this index");
        }
        return children[index];
    }

    @Nullable Node maybeChild(int index) {
        return index >= 0 && index < children.length ? children[index] : null;
    }

    Fragment append(Fragment other) {
        if (other.children.length == 0) {
            return this;
        }
        if (children.length == 0) {
            return other;
        }
        List<Node> result = new ArrayList<>(children.length + other.children.length);
        Collections.addAll(result, children);
        addJoining(result, other.children[0]);
        result.addAll(Arrays.asList(other.children).subList(1, other.children.length));
        return exactly(result);
    }

    Fragment cut(int from, int to) {
        if (from == 0 && to == size) {
            return this;
        }
        List<Node> result = new ArrayList<>();
        int pos = 0;
        for (int i = 0; to > from && i < children.length && pos < to; i++) {
            Node child = children[i];
            int end = pos + child.size();
            if (end > from) {
                result.add(pos < from || end > to ? cutChild(child, from - pos, to - pos) : child);
            }
            pos = end;
        }
        return exactly(result);
    }

    private static Node cutChild(Node child, int from, int to) {
        if (child.isText()) {
            return child.withText(
                    child.text().substring(Math.max(0, from), Math.min(child.size(), to)));
        }
        int inner = child.content().size();
        return child.copy(child.content().cut(Math.max(0, from - 1), Math.min(inner, to - 1)));
    }

    Fragment replaceChild(int index, Node node) {
        if (child(index) == node) {
            return this;
        }
        Node[] copy = children.clone();
        copy[index] = node;
        return new Fragment(copy);
    }

    /** A child and where it starts. */
    record Place(int index, int offset) {}

    /**
     * The child a position is in or before.
     *
     * @throws InvalidDocument if the position is outside
     */
    Place find(int pos) {
        if (pos == 0) {
            return new Place(0, 0);
        }
        if (pos == size) {
            return new Place(children.length, pos);
        }
        if (pos > size || pos < 0) {
            throw new InvalidDocument("A position is outside of its parent");
        }
        int current = 0;
        for (int i = 0; ; i++) {
            int end = current + child(i).size();
            if (end == pos) {
                return new Place(i + 1, end);
            }
            if (end > pos) {
                return new Place(i, current);
            }
            current = end;
        }
    }

    /** Receives a node and its position. */
    @FunctionalInterface
    interface Visitor {
        void visit(Node node, int pos);
    }

    /** Visits every node that overlaps the range, parents first. */
    void between(int from, int to, int start, Visitor visitor) {
        int pos = 0;
        for (int i = 0; i < children.length && pos < to; i++) {
            Node child = children[i];
            int end = pos + child.size();
            if (end > from) {
                visitor.visit(child, start + pos);
                Fragment inner = child.content();
                if (inner.size > 0) {
                    int open = pos + 1;
                    inner.between(
                            Math.max(0, from - open),
                            Math.min(inner.size, to - open),
                            start + open,
                            visitor);
                }
            }
            pos = end;
        }
    }

    public List<@Nullable Object> toJson() {
        List<@Nullable Object> json = new ArrayList<>(children.length);
        for (Node child : children) {
            json.add(child.toJson());
        }
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Fragment fragment
                        && size == fragment.size
                        && Arrays.equals(children, fragment.children);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(children);
    }

    @Override
    public String toString() {
        return Arrays.toString(children);
    }
}
