package app.candor.prosemirror;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The children of a node, in order. */
public final class Fragment {
    public static final Fragment EMPTY = new Fragment(List.of(), 0);

    private final List<Node> children;
    private final int size;

    Fragment(List<Node> children, int size) {
        this.children = children;
        this.size = size;
    }

    public List<Node> children() {
        return children;
    }

    /** Size in positions. */
    public int size() {
        return size;
    }

    public List<@Nullable Object> toJson() {
        throw new UnsupportedOperationException();
    }
}
