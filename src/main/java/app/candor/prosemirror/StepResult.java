package app.candor.prosemirror;

/** What became of applying a step. */
public sealed interface StepResult {

    /** The step fits; this is the document after it. */
    record Applied(Node doc) implements StepResult {}

    /** The step does not fit this document, for the reason given. */
    record Failed(String reason) implements StepResult {}
}
