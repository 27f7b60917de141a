package app.candor.coedit.margin;

import app.candor.prosemirror.Mapping;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions and steps moved over commits, without the document they are in.
 *
 * @param seq the version they are of
 * @param steps empty once one of them lost its place
 */
record Moved(long seq, int from, int to, List<Step> steps) {

    Moved over(long newSeq, List<StepMap> maps) {
        int start = from;
        int end = to;
        for (var map : maps) {
            start = map.map(start, 1);
            end = map.map(end, -1);
        }
        return new Moved(newSeq, start, Math.max(start, end), moved(steps, maps));
    }

    /** Undoes the steps, lets the others go first and does them again, all by mapping. */
    private static List<Step> moved(List<Step> own, List<StepMap> over) {
        if (over.isEmpty() || own.isEmpty()) {
            return own;
        }
        var mapping = new Mapping();
        for (int i = own.size() - 1; i >= 0; i--) {
            mapping.append(own.get(i).getMap().invert());
        }
        over.forEach(mapping::append);
        var moved = new ArrayList<Step>(own.size());
        for (int i = 0; i < own.size(); i++) {
            int undone = own.size() - i - 1;
            var next = own.get(i).map(mapping.from(undone + 1));
            if (next == null) {
                return List.of();
            }
            moved.add(next);
            mapping.append(next.getMap());
            mapping.mirror(undone, mapping.size() - 1);
        }
        return moved;
    }
}
