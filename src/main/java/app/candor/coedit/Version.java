package app.candor.coedit;

import app.candor.prosemirror.Node;

/**
 * One text as it stood after a commit.
 *
 * @param seq number of that commit, 0 for the text as it was created
 * @param locked whether the text was closed to writing then
 */
public record Version(String textId, long seq, Node doc, boolean locked) {

    /** The words alone, one line a block. */
    public String plainText() {
        return doc.textContent("\n");
    }
}
