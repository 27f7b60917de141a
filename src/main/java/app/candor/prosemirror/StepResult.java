package app.candor.prosemirror;

/** What became of applying a step. */
public sealed interface StepResult {

    /** The step fits; this is the document after it. */
    record Applied(Node doc) implements StepResult {}

    /** The step does not fit this document, for the reason given. */
    record Failed(String reason) implements StepResult {}

    /** Puts a slice into a document; one that grows beyond the limits is hostile. */
    static StepResult replacing(Node doc, int from, int to, Slice slice) {
        try {
            return applied(doc.replace(from, to, slice));
        } catch (ReplaceFailed failed) {
            return new Failed(failed.reason());
        }
    }

    /**
     * @throws InvalidDocument if the document is larger than {@link Limits#STANDARD}
     */
    static StepResult applied(Node doc) {
        doc.checkLimits(Limits.STANDARD);
        return new Applied(doc);
    }
}
