package app.candor.prosemirror;

/** A slice does not fit where it should go: an ordinary outcome, so without a stack trace. */
final class ReplaceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    ReplaceFailed(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
