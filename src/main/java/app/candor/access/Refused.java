package app.candor.access;

import java.util.Objects;

/** An act that the rules do not allow; the message is written for the person who tried. */
public class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
