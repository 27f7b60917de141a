package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds a mark to all inline content of a range, or takes it away.
 *
 * @param add false to take it away
 */
public record MarkStep(boolean add, int from, int to, Mark mark) implements Step {

    @Override
    public StepResult apply(Node doc) {
        Slice old = doc.slice(from, to);
        ResolvedPos start = doc.resolve(from);
        Node parent = start.node(start.sharedDepth(to));
        Slice marked = new Slice(marked(old.content(), parent), old.openStart(), old.openEnd());
        return StepResult.replacing(doc, from, to, marked);
    }

    private Fragment marked(Fragment content, Node parent) {
        List<Node> result = new ArrayList<>(content.childCount());
        for (Node child : content.children()) {
            Node node =
                    child.content().size() > 0 ? child.copy(marked(child.content(), child)) : child;
            result.add(node.type().isInline() ? marked(node, parent) : node);
        }
        return Fragment.joined(result);
    }

    private Node marked(Node node, Node parent) {
        if (!add) {
            return node.withMarks(mark.removeFrom(node.marks()));
        }
        return node.type().isAtom() && parent.type().allows(mark.type())
                ? node.withMarks(mark.addTo(node.marks()))
                : node;
    }

    @Override
    public Step invert(Node before) {
        List<MarkStep> steps = new ArrayList<>();
        before.content()
                .between(
                        from,
                        to,
                        0,
                        (node, pos) -> {
                            if (node.type().isInline() && node.type().isAtom()) {
                                int start = Math.max(from, pos);
                                int end = Math.min(to, pos + node.size());
                                undo(node.marks(), start, end, steps);
                            }
                        });
        return steps.size() == 1 ? steps.getFirst() : new MarkSetStep(List.copyOf(steps));
    }

    private void undo(List<Mark> marks, int start, int end, List<MarkStep> steps) {
        if (!add) {
            if (marks.contains(mark)) {
                push(true, start, end, mark, steps);
            }
            return;
        }
        List<Mark> added = mark.addTo(marks);
        if (added.equals(marks)) {
            return;
        }
        push(false, start, end, mark, steps);
        for (Mark old : marks) {
            if (!added.contains(old)) {
                push(true, start, end, old, steps);
            }
        }
    }

    private static void push(boolean add, int from, int to, Mark mark, List<MarkStep> steps) {
        MarkStep last = steps.isEmpty() ? null : steps.getLast();
        if (last != null && last.add == add && last.to == from && last.mark.equals(mark)) {
            steps.set(steps.size() - 1, new MarkStep(add, last.from, to, mark));
        } else {
            steps.add(new MarkStep(add, from, to, mark));
        }
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        int start = mapping.map(from, 1);
        int end = mapping.map(to, -1);
        return start >= end ? null : new MarkStep(add, start, end, mark);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", add ? "addMark" : "removeMark");
        json.put("mark", mark.toJson());
        json.put("from", (long) from);
        json.put("to", (long) to);
        return json;
    }
}
