package app.candor.coedit.authority;

import java.util.List;

/** One connection to one open text. Called on the text's own thread, so no method may block. */
public interface Attendee {

    Participant participant();

    /** The answer to joining without a usable copy: the whole text. */
    void welcome(TextState state);

    /** The answer to joining with a copy: what it lacks, oldest first; perhaps nothing. */
    void caughtUp(List<Commit> missed, TextState state);

    void send(Frame frame);

    void refused(long clientSeq, Refusal refusal, String message);

    /** The text can not be served here for now; the tab should connect again. */
    void interrupted();
}
