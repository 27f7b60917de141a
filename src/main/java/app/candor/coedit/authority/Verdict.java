package app.candor.coedit.authority;

import app.candor.coedit.Version;

/** What is to become of one write, provided that everything before it gets stored. */
sealed interface Verdict {

    /**
     * Store this.
     *
     * @param after the state once it is stored
     * @param answer what whoever waits for it is told then
     */
    record Store(Commit commit, TextState after, Version answer) implements Verdict {}

    /** Stored before: acknowledge it again. */
    record Again(Commit commit) implements Verdict {}

    /** The same push waits earlier in the same group; its broadcast answers both. */
    record Twin() implements Verdict {}

    /** Nothing to store; this is the answer. */
    record Nothing(Version version) implements Verdict {}

    record RefusePush(Refusal refusal, String message) implements Verdict {}

    record RefuseEdit(RuntimeException reason) implements Verdict {}
}
