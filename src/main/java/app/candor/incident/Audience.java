package app.candor.incident;

/** Who an update is owed to by a clock. */
public enum Audience {
    CUSTOMERS("Customers"),
    STAFF("Staff");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
