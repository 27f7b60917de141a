package app.candor.comms;

import java.util.Optional;

/**
 * What the owner of a draft says and asks beside the signing of it; a bean of the module that owns
 * it, asked in the name of the signer.
 */
public interface SigningNote {

    /** Nothing for drafts that it does not own, or where there is nothing to say. */
    Optional<Note> of(Draft draft);

    /** The signer ticked or cleared the note's box for the revision they see. */
    void choose(Draft draft, Seen seen, boolean chosen);

    /**
     * @param text a sentence or two
     * @param choice words beside a box; empty for none
     * @param chosen whether the box is ticked
     */
    record Note(String text, String choice, boolean chosen) {}
}
