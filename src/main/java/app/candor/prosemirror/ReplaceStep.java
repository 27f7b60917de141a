package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a range by a slice.
 *
 * @param structure fail rather than overwrite content: only openings and closings may go
 */
public record ReplaceStep(int from, int to, Slice slice, boolean structure) implements Step {

    @Override
    public StepResult apply(Node doc) {
        if (structure && contentBetween(doc, from, to)) {
            return new StepResult.Failed("Structure replace would overwrite content");
        }
        return StepResult.replacing(doc, from, to, slice);
    }

    @Override
    public Step invert(Node before) {
        return new ReplaceStep(from, from + slice.size(), before.slice(from, to), false);
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        MapResult end = mapping.mapResult(to, -1);
        MapResult start = mapping.mapResult(from, 1);
        if (start.deletedAcross() && end.deletedAcross()) {
            return null;
        }
        return new ReplaceStep(start.pos(), Math.max(start.pos(), end.pos()), slice, structure);
    }

    @Override
    public StepMap getMap() {
        return StepMap.of(from, to - from, slice.size());
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", "replace");
        json.put("from", (long) from);
        json.put("to", (long) to);
        if (slice.size() != 0) {
            json.put("slice", slice.toJson());
        }
        if (structure) {
            json.put("structure", true);
        }
        return json;
    }

    /** Whether anything but closings and openings is between two positions. */
    static boolean contentBetween(Node doc, int from, int to) {
        ResolvedPos start = doc.resolve(from);
        int distance = to - from;
        int depth = start.depth();
        while (distance > 0
                && depth > 0
                && start.indexAfter(depth) == start.node(depth).content().childCount()) {
            depth--;
            distance--;
        }
        if (distance <= 0) {
            return false;
        }
        Node next = start.node(depth).content().maybeChild(start.indexAfter(depth));
        while (distance > 0) {
            if (next == null || next.isLeaf()) {
                return true;
            }
            next = next.content().maybeChild(0);
            distance--;
        }
        return false;
    }
}
