package app.candor.access;

/** There is no such thing, or none for this person; the two are never told apart. */
public class NotFound extends RuntimeException {
    public NotFound() {
        super("There is nothing here");
    }
}
