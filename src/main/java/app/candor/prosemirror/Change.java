package app.candor.prosemirror;

/** What became of a piece of a document from one version to the next. */
public enum Change {
    SAME,
    INSERTED,
    DELETED,
    /** Of a block: some of its words came or went. */
    CHANGED,
    /** The words stayed, but not all of their marks or attributes. */
    RESTYLED
}
