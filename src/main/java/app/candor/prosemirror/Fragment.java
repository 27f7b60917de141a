package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The children of a node, in order; knows its size, depth and node count without a walk.
 *
 * <p>Up to {@link #PART} children are held in one array. More are held in parts of that size, each
 * itself a fragment, so that a change of one child of many copies one part and shares the others.
 */
public final class Fragment {
    /** Most children in one array. */
    static final int PART = 32;

    private static final Node[] NO_NODES = new Node[0];
    private static final Fragment[] NO_PARTS = new Fragment[0];

    public static final Fragment EMPTY = new Fragment(NO_NODES);

    /** The children, none if this has parts. */
    private final Node[] children;

    /** Two or more, or none. */
    private final Fragment[] parts;

    private final int count;
    private final int size;
    private final int depth;
    private final int nodes;

    /** Of a part: where it fitted last. Only ever found anew, so a race does no harm. */
    private @Nullable Fit fit;

    /** Of a part: found valid before; set once, so a race only repeats the check. */
    private boolean checked;

    /**
     * That children fit a node of this type from one state of its content expression to another.
     */
    private record Fit(NodeType parent, ContentMatch from, ContentMatch to) {}

    /** Takes the array over: the caller must not change it any more. */
    private Fragment(Node[] children) {
        int total = 0;
        int deepest = 0;
        int all = children.length;
        for (Node child : children) {
            Fragment inner = child.content();
            total += child.size();
            deepest = Math.max(deepest, inner.depth + 1);
            all += inner.nodes;
        }
        this.children = children;
        this.parts = NO_PARTS;
        this.count = children.length;
        this.size = total;
        this.depth = deepest;
        this.nodes = all;
    }

    /** Takes the array over: the caller must not change it any more. */
    private Fragment(Fragment[] parts) {
        int members = 0;
        int total = 0;
        int deepest = 0;
        int all = 0;
        for (Fragment part : parts) {
            members += part.count;
            total += part.size;
            deepest = Math.max(deepest, part.depth);
            all += part.nodes;
        }
        this.children = NO_NODES;
        this.parts = parts;
        this.count = members;
        this.size = total;
        this.depth = deepest;
        this.nodes = all;
    }

    /** The nodes given, at most {@link #PART}, as they are. */
    static Fragment part(Node[] nodes, int from, int to) {
        return from == to ? EMPTY : new Fragment(Arrays.copyOfRange(nodes, from, to));
    }

    /** Parts one after the other. */
    static Fragment ofParts(List<Fragment> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : new Fragment(parts.toArray(new Fragment[parts.size()]));
    }

    static Fragment of(Node node) {
        return new Fragment(new Node[] {node});
    }

    /** The nodes given; neighbouring texts with equal marks become one. */
    static Fragment joined(List<Node> nodes) {
        FragmentBuilder result = new FragmentBuilder();
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
        return result.build();
    }

    /** All words at once: one by one, many short texts would take quadratic time. */
    private static Node oneText(Node first, List<Node> others) {
        StringBuilder words = new StringBuilder(first.text());
        others.forEach(other -> words.append(other.text()));
        return first.withText(words.toString());
    }

    /** A view of a short fragment, a copy of a long one: ask once, not for every child. */
    public List<Node> children() {
        if (parts.length == 0) {
            return Collections.unmodifiableList(Arrays.asList(children));
        }
        List<Node> all = new ArrayList<>(count);
        for (Fragment part : parts) {
            Collections.addAll(all, part.children);
        }
        return Collections.unmodifiableList(all);
    }

    boolean isLong() {
        return parts.length > 0;
    }

    /** The array itself, not to be changed; empty unless this is long. */
    Fragment[] parts() {
        return parts;
    }

    /** The array itself, not to be changed; empty if this is long. */
    Node[] array() {
        return children;
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
        return count;
    }

    /**
     * @throws InvalidDocument if there is no such child
     */
    public Node child(int index) {
        if (index < 0 || index >= count) {
            throw new InvalidDocument("There is no child at this index");
        }
        if (parts.length == 0) {
            return children[index];
        }
        int rest = index;
        int i = 0;
        while (rest >= parts[i].count) {
            rest -= parts[i++].count;
        }
        return parts[i].children[rest];
    }

    @Nullable Node maybeChild(int index) {
        return index >= 0 && index < count ? child(index) : null;
    }

    Fragment append(Fragment other) {
        if (other.count == 0) {
            return this;
        }
        if (count == 0) {
            return other;
        }
        FragmentBuilder result = new FragmentBuilder();
        result.addRange(this, 0, count);
        result.addRange(other, 0, other.count);
        return result.build();
    }

    Fragment cut(int from, int to) {
        if (from == 0 && to == size) {
            return this;
        }
        FragmentBuilder result = new FragmentBuilder();
        cutInto(result, from, to);
        return result.build();
    }

    private void cutInto(FragmentBuilder result, int from, int to) {
        int pos = 0;
        for (int i = 0; to > from && i < parts.length && pos < to; i++) {
            int end = pos + parts[i].size;
            if (pos >= from && end <= to) {
                result.addRange(parts[i], 0, parts[i].count);
            } else if (end > from) {
                parts[i].cutInto(result, from - pos, to - pos);
            }
            pos = end;
        }
        for (int i = 0; to > from && i < children.length && pos < to; i++) {
            Node child = children[i];
            int end = pos + child.size();
            if (end > from) {
                result.add(pos < from || end > to ? cutChild(child, from - pos, to - pos) : child);
            }
            pos = end;
        }
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
        if (parts.length == 0) {
            Node[] copy = children.clone();
            copy[index] = node;
            return new Fragment(copy);
        }
        int rest = index;
        int i = 0;
        while (rest >= parts[i].count) {
            rest -= parts[i++].count;
        }
        Fragment[] copy = parts.clone();
        copy[i] = parts[i].replaceChild(rest, node);
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
            return new Place(count, pos);
        }
        if (pos > size || pos < 0) {
            throw new InvalidDocument("A position is outside of its parent");
        }
        int index = 0;
        int current = 0;
        Fragment run = this;
        if (parts.length > 0) {
            int i = 0;
            while (current + parts[i].size <= pos) {
                current += parts[i].size;
                index += parts[i++].count;
            }
            run = parts[i];
        }
        for (int i = 0; ; i++) {
            int end = current + run.children[i].size();
            if (end > pos) {
                return new Place(index + i, current);
            }
            current = end;
        }
    }

    /**
     * The state of the parent's content expression after these children, or null if they or their
     * marks do not fit. What did not change since it was asked before is not looked at again.
     */
    @Nullable ContentMatch fit(NodeType parent, ContentMatch from) {
        ContentMatch state = from;
        for (Fragment part : parts) {
            Fit known = part.fit;
            if (known == null || known.parent != parent || known.from != state) {
                ContentMatch to = part.fit(parent, state);
                if (to == null) {
                    return null;
                }
                known = new Fit(parent, state, to);
                part.fit = known;
            }
            state = known.to;
        }
        for (Node child : children) {
            ContentMatch next = state.match(child.type());
            if (next == null || !parent.allows(child.marks())) {
                return null;
            }
            state = next;
        }
        return state;
    }

    /**
     * Checks every node below; parts that were found valid before are passed over.
     *
     * @throws InvalidDocument if one does not follow the schema
     */
    void checkTrees() {
        for (Fragment part : parts) {
            if (!part.checked) {
                part.checkTrees();
                part.checked = true;
            }
        }
        for (Node child : children) {
            child.checkTree();
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
        for (int i = 0; i < parts.length && pos < to; i++) {
            int end = pos + parts[i].size;
            if (end > from) {
                parts[i].between(from - pos, to - pos, start + pos, visitor);
            }
            pos = end;
        }
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
        List<@Nullable Object> json = new ArrayList<>(count);
        for (Node child : children()) {
            json.add(child.toJson());
        }
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Fragment fragment
                        && size == fragment.size
                        && count == fragment.count
                        && sameChildren(fragment);
    }

    private boolean sameChildren(Fragment other) {
        return parts.length == 0 && other.parts.length == 0
                ? Arrays.equals(children, other.children)
                : children().equals(other.children());
    }

    @Override
    public int hashCode() {
        return children().hashCode();
    }

    @Override
    public String toString() {
        return children().toString();
    }
}
