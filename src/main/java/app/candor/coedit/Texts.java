package app.candor.coedit;

import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The texts people write together.
 *
 * <p>No rights are checked here: the calling module asks before it calls. Every call may be
 * repeated after a crash.
 */
public interface Texts {

    /**
     * Makes a text, or does nothing if there is one of that id already.
     *
     * @param initial its version 0; nobody counts as its writer
     * @throws InvalidDocument if the document breaks the schema
     */
    void create(TextRef text, Node initial);

    /** As {@link #create(TextRef, Node)} with one empty paragraph. */
    void create(TextRef text);

    /**
     * The newest stored version, whichever node stored it.
     *
     * @throws NoSuchText if there is none of that id
     */
    Version current(String textId);

    /**
     * @throws NoSuchText if there is no such text or it has not come that far
     */
    Version at(String textId, long seq);

    /**
     * Closes the text to writing.
     *
     * <p>The lock is an entry of the log like an edit: whichever is stored first counts, on any
     * number of nodes, so nothing can be in the returned version that was not there when it was
     * locked, nor be missing from it. Locking a locked text returns the version locked before.
     *
     * @param reason shown to those who write just now
     * @param by id of the person who locks
     * @return the version that is locked; its {@code seq} is that of the last entry before the lock
     */
    Version lock(String textId, String reason, String by);

    /** Opens a locked text again; does nothing to an open one. */
    void unlock(String textId, String reason, String by);

    /**
     * Changes the text in the name of a person, who becomes one of its writers.
     *
     * @param change the steps to take on the newest version; called again if another edit was
     *     stored first; no steps mean that nothing is to be done
     * @return the version after the change
     * @throws TextLocked if the text is locked
     * @throws InvalidDocument if the steps do not fit or the result breaks the schema
     */
    Version edit(String textId, String by, Function<Node, List<Step>> change);

    /**
     * Makes steps of an earlier version on the newest one, moved over what came in between; all of
     * them or none.
     *
     * @param by who becomes a writer of the text
     * @param once names the change, 1 to 80 characters: the same one is stored once
     * @param baseSeq the version that the steps fit
     * @return the version after the change; after the first time if it is a repeat
     * @throws TextLocked if the text is locked
     * @throws InvalidDocument if the place of a step is gone or the result breaks the schema
     */
    Version merge(String textId, String by, String once, long baseSeq, List<Step> steps);

    /** Whose text it is; empty if there is none of that id. */
    Optional<TextRef> find(String textId);

    /**
     * Ids of those whose edits came after that version; 0 asks for all who ever wrote.
     *
     * <p>An edit of which nothing was left, because others had deleted its place, does not count.
     */
    Set<String> writersSince(String textId, long seq);

    /**
     * Who wrote which words of a version.
     *
     * @throws NoSuchText if there is no such text or it has not come that far
     */
    Attribution attribution(String textId, long seq);

    /** The newest version's words alone, one line a block. */
    String plainText(String textId);

    /**
     * Entries of the log after that version, oldest first.
     *
     * @param limit at most this many, 1 to 1,000
     */
    List<Change> history(String textId, long afterSeq, int limit);
}
