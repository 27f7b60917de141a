package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state of the automaton that a content expression compiles to. */
final class ContentMatch {
    /** The automaton of a node that holds nothing. */
    static final ContentMatch EMPTY = new ContentMatch(true);

    private record Edge(NodeType type, ContentMatch next) {}

    private final boolean validEnd;
    private final List<Edge> edges = new ArrayList<>();

    /** The next state by the index of the node type, filled as edges are added. */
    private @Nullable ContentMatch[] byType = new ContentMatch[0];

    ContentMatch(boolean validEnd) {
        this.validEnd = validEnd;
    }

    void add(NodeType type, ContentMatch next) {
        edges.add(new Edge(type, next));
        if (byType.length <= type.index()) {
            @Nullable ContentMatch[] larger = new ContentMatch[type.index() + 1];
            System.arraycopy(byType, 0, larger, 0, byType.length);
            byType = larger;
        }
        byType[type.index()] = next;
    }

    /** Whether the node may end here. */
    boolean validEnd() {
        return validEnd;
    }

    boolean inlineContent() {
        return !edges.isEmpty() && edges.getFirst().type.isInline();
    }

    @Nullable ContentMatch match(NodeType type) {
        return type.index() < byType.length ? byType[type.index()] : null;
    }

    /** The state after the children from one index to another, or null if they do not fit. */
    @Nullable ContentMatch match(Fragment content, int from, int to) {
        ContentMatch state = this;
        for (int i = from; i < to; i++) {
            state = state.match(content.child(i).type());
            if (state == null) {
                return null;
            }
        }
        return state;
    }

    boolean compatible(ContentMatch other) {
        for (Edge edge : edges) {
            if (other.match(edge.type) != null) {
                return true;
            }
        }
        return false;
    }

    /** The least that must be added for a valid end, made of types that need no attributes. */
    @Nullable List<NodeType> fill() {
        return fill(this, List.of(), new ArrayList<>(List.of(this)));
    }

    private static @Nullable List<NodeType> fill(
            ContentMatch state, List<NodeType> types, List<ContentMatch> seen) {
        if (state.validEnd) {
            return types;
        }
        for (Edge edge : state.edges) {
            if (edge.type.isText()
                    || edge.type.attributes().required()
                    || seen.contains(edge.next)) {
                continue;
            }
            seen.add(edge.next);
            List<NodeType> longer = new ArrayList<>(types);
            longer.add(edge.type);
            List<NodeType> found = fill(edge.next, longer, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
