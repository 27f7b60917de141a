package app.candor.coedit;

/** There is no text of that id, or no such version of it. */
public class NoSuchText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchText(String what) {
        super(what);
    }
}
