package app.candor.prosemirror;

/**
 * A mapped position.
 *
 * @param pos position after the change
 * @param deletions bits telling which tokens around the position were deleted
 * @param recover where in a deleted range the position was, or {@link #NOTHING}
 */
public record MapResult(int pos, int deletions, long recover) {
    static final int BEFORE = 1;
    static final int AFTER = 2;
    static final int ACROSS = 4;
    static final int SIDE = 8;

    /** The position was in no deleted range. */
    static final long NOTHING = -1;

    /** Whether the token on the side asked for was deleted. */
    public boolean deleted() {
        return (deletions & SIDE) != 0;
    }

    public boolean deletedBefore() {
        return (deletions & (BEFORE | ACROSS)) != 0;
    }

    public boolean deletedAfter() {
        return (deletions & (AFTER | ACROSS)) != 0;
    }

    /** Whether the tokens on both sides were deleted in one step. */
    public boolean deletedAcross() {
        return (deletions & ACROSS) != 0;
    }
}
