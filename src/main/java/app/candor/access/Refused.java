package app.candor.access;

/** An act that the rules do not allow; the message is written for the person who tried. */
public class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
