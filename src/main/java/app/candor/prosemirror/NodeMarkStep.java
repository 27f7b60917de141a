package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds a mark to one node, or takes it away.
 *
 * @param add false to take it away
 */
public record NodeMarkStep(boolean add, int pos, Mark mark) implements Step {

    @Override
    public StepResult apply(Node doc) {
        Node node = doc.nodeAt(pos);
        if (node == null) {
            return new StepResult.Failed("No node at mark step's position");
        }
        List<Mark> marks = add ? mark.addTo(node.marks()) : mark.removeFrom(node.marks());
        return AttrStep.replaceNode(doc, pos, node, node.attrs(), marks);
    }

    @Override
    public Step invert(Node before) {
        Node node = before.nodeAt(pos);
        if (!add) {
            return node != null && node.marks().contains(mark)
                    ? new NodeMarkStep(true, pos, mark)
                    : this;
        }
        if (node == null) {
            return new NodeMarkStep(false, pos, mark);
        }
        List<Mark> marked = mark.addTo(node.marks());
        if (marked.size() != node.marks().size()) {
            return new NodeMarkStep(false, pos, mark);
        }
        for (Mark old : node.marks()) {
            if (!marked.contains(old)) {
                return new NodeMarkStep(true, pos, old);
            }
        }
        return new NodeMarkStep(true, pos, mark);
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        MapResult moved = mapping.mapResult(pos, 1);
        return moved.deletedAfter() ? null : new NodeMarkStep(add, moved.pos(), mark);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", add ? "addNodeMark" : "removeNodeMark");
        json.put("pos", (long) pos);
        json.put("mark", mark.toJson());
        return json;
    }
}
