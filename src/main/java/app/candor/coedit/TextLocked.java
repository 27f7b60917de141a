package app.candor.coedit;

/** The text is closed to writing; its message is the reason given with the lock. */
public class TextLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TextLocked(String reason) {
        super(reason);
    }
}
