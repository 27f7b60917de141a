package app.candor.access;

/** Who may know of an incident at all. */
public enum Visibility {
    /** All staff read everything. */
    OPEN,
    /**
     * All staff see that it exists, its severity, stage, commander and released texts; documents,
     * drafts, facts and people are for members.
     */
    DETAILS_RESTRICTED,
    /** For everybody but its members it does not exist. */
    RESTRICTED
}
