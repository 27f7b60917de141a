package app.candor.prosemirror;

import org.jspecify.annotations.Nullable;

/** Puts a slice in the place of a range, joining what is open on either side. */
final class Replacement {
    private Replacement() {}

    static Node replace(ResolvedPos from, ResolvedPos to, Slice slice) {
        if (slice.openStart() > from.depth()) {
            throw new ReplaceFailed("Inserted content deeper than insertion position");
        }
        if (from.depth() - slice.openStart() != to.depth() - slice.openEnd()) {
            throw new ReplaceFailed("Inconsistent open depths");
        }
        return outer(from, to, slice, 0);
    }

    private static Node outer(ResolvedPos from, ResolvedPos to, Slice slice, int depth) {
        int index = from.index(depth);
        Node node = from.node(depth);
        if (index == to.index(depth) && depth < from.depth() - slice.openStart()) {
            Node inner = outer(from, to, slice, depth + 1);
            return node.copy(node.content().replaceChild(index, inner));
        }
        if (slice.content().size() == 0) {
            return close(node, twoWay(from, to, depth));
        }
        if (slice.openStart() == 0
                && slice.openEnd() == 0
                && from.depth() == depth
                && to.depth() == depth) {
            FragmentBuilder content = new FragmentBuilder();
            addRange(null, from, depth, content);
            content.addRange(slice.content(), 0, slice.content().childCount());
            addRange(to, null, depth, content);
            return close(node, content.build());
        }
        Node wrapped = wrap(slice, from);
        int extra = from.depth() - slice.openStart();
        ResolvedPos start = wrapped.resolve(slice.openStart() + extra);
        ResolvedPos end = wrapped.resolve(wrapped.content().size() - slice.openEnd() - extra);
        return close(node, threeWay(from, start, end, to, depth));
    }

    /** The slice inside copies of the nodes it will go into, so that levels match. */
    private static Node wrap(Slice slice, ResolvedPos along) {
        int extra = along.depth() - slice.openStart();
        Node node = along.node(extra).copy(slice.content());
        for (int level = extra - 1; level >= 0; level--) {
            node = along.node(level).copy(Fragment.of(node));
        }
        return node;
    }

    private static Fragment threeWay(
            ResolvedPos from, ResolvedPos start, ResolvedPos end, ResolvedPos to, int depth) {
        Node openStart = from.depth() > depth ? joinable(from, start, depth + 1) : null;
        Node openEnd = to.depth() > depth ? joinable(end, to, depth + 1) : null;
        FragmentBuilder content = new FragmentBuilder();
        addRange(null, from, depth, content);
        if (openStart != null && openEnd != null && start.index(depth) == end.index(depth)) {
            checkJoin(openStart, openEnd);
            content.add(close(openStart, threeWay(from, start, end, to, depth + 1)));
        } else {
            if (openStart != null) {
                content.add(close(openStart, twoWay(from, start, depth + 1)));
            }
            addRange(start, end, depth, content);
            if (openEnd != null) {
                content.add(close(openEnd, twoWay(end, to, depth + 1)));
            }
        }
        addRange(to, null, depth, content);
        return content.build();
    }

    private static Fragment twoWay(ResolvedPos from, ResolvedPos to, int depth) {
        FragmentBuilder content = new FragmentBuilder();
        addRange(null, from, depth, content);
        if (from.depth() > depth) {
            Node node = joinable(from, to, depth + 1);
            content.add(close(node, twoWay(from, to, depth + 1)));
        }
        addRange(to, null, depth, content);
        return content.build();
    }

    /**
     * Adds the children between two positions, cutting texts; null stands for the parent's edge.
     */
    private static void addRange(
            @Nullable ResolvedPos start,
            @Nullable ResolvedPos end,
            int depth,
            FragmentBuilder target) {
        ResolvedPos either = end != null ? end : start;
        if (either == null) {
            return;
        }
        Fragment content = either.node(depth).content();
        int first = 0;
        int last = end != null ? end.index(depth) : content.childCount();
        if (start != null) {
            first = start.index(depth);
            if (start.depth() > depth) {
                first++;
            } else if (start.textOffset() > 0) {
                addPresent(start.nodeAfter(), target);
                first++;
            }
        }
        target.addRange(content, first, last);
        if (end != null && end.depth() == depth && end.textOffset() > 0) {
            addPresent(end.nodeBefore(), target);
        }
    }

    private static void addPresent(@Nullable Node node, FragmentBuilder target) {
        if (node != null) {
            target.add(node);
        }
    }

    private static Node joinable(ResolvedPos before, ResolvedPos after, int depth) {
        Node node = before.node(depth);
        checkJoin(node, after.node(depth));
        return node;
    }

    private static void checkJoin(Node main, Node sub) {
        if (!sub.type().compatibleContent(main.type())) {
            throw new ReplaceFailed("Cannot join " + sub.type() + " onto " + main.type());
        }
    }

    private static Node close(Node node, Fragment content) {
        if (!node.type().validContent(content)) {
            throw new ReplaceFailed("Invalid content for node " + node.type());
        }
        return node.copy(content);
    }
}
