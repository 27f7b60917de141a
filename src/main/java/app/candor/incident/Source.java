package app.candor.incident;

/** Where a suspicion came from. */
public enum Source {
    MONITORING("Monitoring alert"),
    STAFF("Staff"),
    CUSTOMER("Customer ticket");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
