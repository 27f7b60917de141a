package app.candor.prosemirror;

/** What became of a piece of a document from one version to the next. */
public enum Change {
    SAME,
    INSERTED,
    DELETED,
    /** The words stayed, but not all of their marks or attributes. */
    RESTYLED
}
