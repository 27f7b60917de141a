package app.candor.prosemirror;

/**
 * How large a document, or the content of one step, may be.
 *
 * @param depth levels of nodes below the root
 * @param nodes nodes in all
 * @param size size in ProseMirror positions
 */
public record Limits(int depth, int nodes, int size) {

    /** Roomy for an incident document of two hundred pages. */
    public static final Limits STANDARD = new Limits(64, 50_000, 2_000_000);

    public Limits {
        if (depth < 1 || nodes < 1 || size < 1) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }
}
