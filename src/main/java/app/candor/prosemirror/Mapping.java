package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A growing sequence of step maps, some of which undo others.
 *
 * <p>A position deleted by one map comes back through that map's mirror, which is what makes
 * rebasing lossless.
 */
public final class Mapping implements Mappable {
    private static final int NONE = -1;

    private final List<StepMap> maps = new ArrayList<>();
    private int[] mirrors = new int[8];

    public Mapping() {}

    public Mapping(Collection<StepMap> maps) {
        maps.forEach(this::append);
    }

    public List<StepMap> maps() {
        return List.copyOf(maps);
    }

    public int size() {
        return maps.size();
    }

    public void append(StepMap map) {
        maps.add(map);
        if (mirrors.length < maps.size()) {
            mirrors = Arrays.copyOf(mirrors, mirrors.length * 2);
        }
        mirrors[maps.size() - 1] = NONE;
    }

    /** Says that the maps at these two places undo each other. */
    public void mirror(int one, int other) {
        mirrors[one] = other;
        mirrors[other] = one;
    }

    /** The maps from this place on; mirrors before it do not count. */
    public Mappable from(int start) {
        return new Tail(start);
    }

    @Override
    public int map(int pos, int assoc) {
        return mapFrom(0, pos, assoc).pos();
    }

    @Override
    public MapResult mapResult(int pos, int assoc) {
        return mapFrom(0, pos, assoc);
    }

    private MapResult mapFrom(int start, int pos, int assoc) {
        int deletions = 0;
        for (int i = start; i < maps.size(); i++) {
            MapResult result = maps.get(i).mapResult(pos, assoc);
            if (result.recover() != MapResult.NOTHING && mirrors[i] > i) {
                i = mirrors[i];
                pos = maps.get(i).recover(result.recover());
                continue;
            }
            deletions |= result.deletions();
            pos = result.pos();
        }
        return new MapResult(pos, deletions, MapResult.NOTHING);
    }

    /** The end of this mapping, as it stands when a position is mapped. */
    final class Tail implements Mappable {
        private final int start;

        private Tail(int start) {
            this.start = start;
        }

        @Override
        public int map(int pos, int assoc) {
            return mapFrom(start, pos, assoc).pos();
        }

        @Override
        public MapResult mapResult(int pos, int assoc) {
            return mapFrom(start, pos, assoc);
        }
    }
}
