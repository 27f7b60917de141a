package app.candor.comms;

import java.util.List;

/** What another module knows that keeps a draft from its signers; a bean of that module. */
public interface SubmissionHold {

    /** In words for the writer, each a sentence; empty if nothing. Asks nobody's rights. */
    List<String> reasons(Draft draft);
}
