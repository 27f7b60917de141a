package app.candor.prosemirror;

/** Something positions can be mapped through. */
public sealed interface Mappable permits StepMap, Mapping, Mapping.Tail {

    /**
     * @param pos position before the change
     * @param assoc −1 to stay before content inserted at the position, 1 to move behind it
     */
    int map(int pos, int assoc);

    default int map(int pos) {
        return map(pos, 1);
    }

    /** Like {@link #map(int, int)}, and tells what was deleted around the position. */
    MapResult mapResult(int pos, int assoc);
}
