package app.candor.access;

/** Kept sign-ins of the person who acts. */
public interface SignIns {

    /**
     * Ends the kept sign-in of every browser. One that still holds a session goes on until that
     * ends, at most 30 minutes after its last click.
     *
     * @throws NotSignedIn outside a signed-in request
     */
    void endAllOfMine();
}
