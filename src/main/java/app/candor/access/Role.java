package app.candor.access;

/**
 * What a person may hold by membership in an identity-provider group; roles on a single incident
 * (commander of <em>this</em> incident) are assigned there. Everybody who signs in is staff and
 * needs no role to report, read open incidents, ask or suggest.
 */
public enum Role {
    COMMANDER("Incident commander"),
    ENGINEERING("Engineering"),
    COMMS_LEAD("Communications lead"),
    LEGAL("Legal"),
    LEADERSHIP("Senior leadership"),
    CS_LEAD("Customer success lead"),
    CSM("Customer success manager"),
    SUPPORT("Support and CS Ops"),
    ADMIN("Administrator"),
    AUDITOR("Auditor");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role as people call it. */
    public String label() {
        return label;
    }
}
