package app.candor.comms;

/** A group of people about whom it has to be decided whether they are told anything. */
public enum DecidedAudience {
    CUSTOMERS("Customers"),
    STAFF("Staff"),
    LEADERSHIP("Senior leadership"),
    REGULATORS("Regulators");

    private final String label;

    DecidedAudience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
