package app.candor.coedit;

/** What somebody may do with one text. */
public enum Permission {
    /** The text does not exist as far as this person can tell. */
    NONE,
    READ,
    /** Read and write; a locked text is read only for them too. */
    EDIT;

    public boolean mayRead() {
        return this != NONE;
    }

    public boolean mayEdit() {
        return this == EDIT;
    }
}
