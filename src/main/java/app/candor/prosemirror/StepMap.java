package app.candor.prosemirror;

import java.util.Arrays;

/** The ranges a step replaced: triples of start, old size and new size. */
public final class StepMap implements Mappable {
    public static final StepMap EMPTY = new StepMap(new int[0], false);

    private final int[] ranges;
    private final boolean inverted;

    private StepMap(int[] ranges, boolean inverted) {
        this.ranges = ranges;
        this.inverted = inverted;
    }

    /**
     * @param ranges triples of start, old size and new size, in document order
     */
    public static StepMap of(int... ranges) {
        if (ranges.length % 3 != 0) {
            throw new IllegalArgumentException("Ranges come in threes, not " + ranges.length);
        }
        return ranges.length == 0 ? EMPTY : new StepMap(ranges.clone(), false);
    }

    /** Triples of start, old size and new size; for an inverted map, of the step it inverts. */
    public int[] ranges() {
        return ranges.clone();
    }

    public boolean inverted() {
        return inverted;
    }

    /** The map that takes positions after the step back to before it. */
    public StepMap invert() {
        return ranges.length == 0 ? this : new StepMap(ranges, !inverted);
    }

    /** Receives one replaced range, in positions before and after the step. */
    @FunctionalInterface
    public interface Range {
        void at(int oldStart, int oldEnd, int newStart, int newEnd);
    }

    public void forEach(Range range) {
        int old = inverted ? 2 : 1;
        int now = inverted ? 1 : 2;
        for (int i = 0, diff = 0; i < ranges.length; i += 3) {
            int oldStart = ranges[i] - (inverted ? diff : 0);
            int newStart = ranges[i] + (inverted ? 0 : diff);
            range.at(oldStart, oldStart + ranges[i + old], newStart, newStart + ranges[i + now]);
            diff += ranges[i + now] - ranges[i + old];
        }
    }

    @Override
    public int map(int pos, int assoc) {
        return mapResult(pos, assoc).pos();
    }

    @Override
    public MapResult mapResult(int pos, int assoc) {
        int diff = 0;
        int old = inverted ? 2 : 1;
        int now = inverted ? 1 : 2;
        for (int i = 0; i < ranges.length; i += 3) {
            int start = ranges[i] - (inverted ? diff : 0);
            if (start > pos) {
                break;
            }
            int oldSize = ranges[i + old];
            int newSize = ranges[i + now];
            int end = start + oldSize;
            if (pos <= end) {
                return within(pos, assoc, i / 3, start, end, start + diff, newSize);
            }
            diff += newSize - oldSize;
        }
        return new MapResult(pos + diff, 0, MapResult.NOTHING);
    }

    private static MapResult within(
            int pos, int assoc, int range, int start, int end, int newStart, int newSize) {
        int side = start == end ? assoc : pos == start ? -1 : pos == end ? 1 : assoc;
        long recover =
                pos == (assoc < 0 ? start : end)
                        ? MapResult.NOTHING
                        : ((long) range << 32) | (pos - start);
        int deletions = 0;
        if (start != end) {
            deletions =
                    pos == start
                            ? MapResult.AFTER
                            : pos == end ? MapResult.BEFORE : MapResult.ACROSS;
            if (pos != (assoc < 0 ? start : end)) {
                deletions |= MapResult.SIDE;
            }
        }
        return new MapResult(newStart + (side < 0 ? 0 : newSize), deletions, recover);
    }

    /** Where a position deleted by the mirror of this map comes back. */
    int recover(long value) {
        int range = (int) (value >>> 32);
        int diff = 0;
        if (!inverted) {
            for (int i = 0; i < range; i++) {
                diff += ranges[i * 3 + 2] - ranges[i * 3 + 1];
            }
        }
        return ranges[range * 3] + diff + (int) value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepMap map
                && inverted == map.inverted
                && Arrays.equals(ranges, map.ranges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranges);
    }

    @Override
    public String toString() {
        return (inverted ? "-" : "") + Arrays.toString(ranges);
    }
}
