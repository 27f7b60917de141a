package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what is around a gap, whose content it keeps: wrapping, lifting, changing a block's
 * type.
 *
 * @param insert where in the slice the gap's content goes
 * @param structure fail rather than overwrite content: only openings and closings may go
 */
public record ReplaceAroundStep(
        int from, int to, int gapFrom, int gapTo, Slice slice, int insert, boolean structure)
        implements Step {

    @Override
    public StepResult apply(Node doc) {
        if (structure
                && (ReplaceStep.contentBetween(doc, from, gapFrom)
                        || ReplaceStep.contentBetween(doc, gapTo, to))) {
            return new StepResult.Failed("Structure gap-replace would overwrite content");
        }
        Slice gap = doc.slice(gapFrom, gapTo);
        if (gap.openStart() > 0 || gap.openEnd() > 0) {
            return new StepResult.Failed("Gap is not a flat range");
        }
        Slice inserted = slice.insertAt(insert, gap.content());
        if (inserted == null) {
            return new StepResult.Failed("Content does not fit in gap");
        }
        return StepResult.replacing(doc, from, to, inserted);
    }

    @Override
    public Step invert(Node before) {
        int gap = gapTo - gapFrom;
        return new ReplaceAroundStep(
                from,
                from + slice.size() + gap,
                from + insert,
                from + insert + gap,
                before.slice(from, to).removeBetween(gapFrom - from, gapTo - from),
                gapFrom - from,
                structure);
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        MapResult start = mapping.mapResult(from, 1);
        MapResult end = mapping.mapResult(to, -1);
        int gapStart = from == gapFrom ? start.pos() : mapping.map(gapFrom, -1);
        int gapEnd = to == gapTo ? end.pos() : mapping.map(gapTo, 1);
        if (start.deletedAcross() && end.deletedAcross()
                || gapStart < start.pos()
                || gapEnd > end.pos()
                || gapStart > gapEnd) {
            return null;
        }
        return new ReplaceAroundStep(
                start.pos(), end.pos(), gapStart, gapEnd, slice, insert, structure);
    }

    @Override
    public StepMap getMap() {
        return StepMap.of(from, gapFrom - from, insert, gapTo, to - gapTo, slice.size() - insert);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", "replaceAround");
        json.put("from", (long) from);
        json.put("to", (long) to);
        json.put("gapFrom", (long) gapFrom);
        json.put("gapTo", (long) gapTo);
        json.put("insert", (long) insert);
        if (slice.size() != 0) {
            json.put("slice", slice.toJson());
        }
        if (structure) {
            json.put("structure", true);
        }
        return json;
    }
}
