package app.candor.prosemirror;

/**
 * What came in is no document, step or position of this schema, or is larger than allowed.
 *
 * <p>The one exception for hostile and broken input alike; its message names the rule, never the
 * content.
 */
public final class InvalidDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidDocument(String message) {
        super(message);
    }

    public InvalidDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
