package app.candor.prosemirror;

import java.util.List;

/**
 * A commit moved over others that came first, the way prosemirror-collab does it in the browser.
 *
 * @param doc the document after the steps that are left
 * @param steps what is left of the commit: steps that vanished or no longer fit are dropped
 */
public record Rebase(Node doc, List<Step> steps) {

    /**
     * Applies a commit without moving it.
     *
     * @throws InvalidDocument if a step does not fit
     */
    public static Rebase apply(Node doc, List<Step> steps) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param current the document after the other commits
     * @param own the steps of the commit, made on a document the others do not show in
     * @param over the maps of the other commits' steps, oldest first
     * @throws InvalidDocument if a step points outside of the document
     */
    public static Rebase over(Node current, List<Step> own, List<StepMap> over) {
        throw new UnsupportedOperationException();
    }
}
