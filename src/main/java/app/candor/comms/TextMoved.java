package app.candor.comms;

import app.candor.access.Refused;

/** The decision was about a revision that is no longer the one in review. */
public class TextMoved extends Refused {
    public TextMoved() {
        super(
                "The text changed since you opened it. Nothing was signed; read what changed and"
                        + " decide again.");
    }
}
