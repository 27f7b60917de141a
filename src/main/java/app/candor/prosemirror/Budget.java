package app.candor.prosemirror;

/** What may still be read of one piece of JSON before it counts as hostile. */
final class Budget {
    private final Limits limits;
    private int depth;
    private int nodes;
    private int size;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void enter(int textLength) {
        depth++;
        nodes++;
        size += textLength + 1;
        if (depth > limits.depth() + 1) {
            throw new InvalidDocument("Nested deeper than " + limits.depth());
        }
        if (nodes > limits.nodes() || size > limits.size() || size < 0) {
            throw new InvalidDocument("Larger than allowed");
        }
    }

    void leave() {
        depth--;
    }
}
