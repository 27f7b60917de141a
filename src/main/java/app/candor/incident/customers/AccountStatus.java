package app.candor.incident.customers;

/** How far an account has been told about an incident. */
public enum AccountStatus {
    NOT_TOLD("Not told"),
    TOLD("Told"),
    TOLD_RESOLVED("Told resolved"),
    /** The last message did not arrive. */
    UNDELIVERED("Undelivered");

    private final String label;

    AccountStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
