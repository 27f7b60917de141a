package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets an attribute of one node. */
public record AttrStep(int pos, String attr, @Nullable Object value) implements Step {

    @Override
    public StepResult apply(Node doc) {
        Node node = doc.nodeAt(pos);
        if (node == null) {
            return new StepResult.Failed("No node at attribute step's position");
        }
        return replaceNode(doc, pos, node, with(node.attrs(), attr, value), node.marks());
    }

    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> attrs, String attr, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(attrs);
        changed.put(attr, value);
        return changed;
    }

    /** The document with other attributes and marks on the node at a position. */
    static StepResult replaceNode(
            Node doc, int pos, Node node, Map<String, @Nullable Object> attrs, List<Mark> marks) {
        Node updated = node.type().create(attrs, Fragment.EMPTY, marks);
        Slice slice = new Slice(Fragment.of(updated), 0, node.isLeaf() ? 0 : 1);
        return StepResult.replacing(doc, pos, pos + 1, slice);
    }

    @Override
    public Step invert(Node before) {
        Node node = before.nodeAt(pos);
        if (node == null) {
            throw new InvalidDocument("No node at attribute step's position");
        }
        return new AttrStep(pos, attr, node.attrs().get(attr));
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        MapResult moved = mapping.mapResult(pos, 1);
        return moved.deletedAfter() ? null : new AttrStep(moved.pos(), attr, value);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", "attr");
        json.put("pos", (long) pos);
        json.put("attr", attr);
        json.put("value", value);
        return json;
    }
}
