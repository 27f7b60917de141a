package app.candor.access;

/** Something asked who acts where nobody is signed in. */
public class NotSignedIn extends RuntimeException {
    public NotSignedIn() {
        super("Sign in first");
    }
}
