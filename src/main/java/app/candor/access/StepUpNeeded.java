package app.candor.access;

/** The act needs a fresh login that covers what is being signed. */
public class StepUpNeeded extends Refused {
    public StepUpNeeded() {
        super("Sign in again to sign this. Nothing was signed yet.");
    }
}
