package app.candor.incident;

/** What kind of trouble; each is told to customers in its own way. */
public enum IncidentType {
    OUTAGE("Outage"),
    BUG("Bug"),
    SECURITY("Security"),
    PRODUCT_CHANGE("Product change");

    private final String label;

    IncidentType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** An outage or a bug has to answer whether raw data is lost. */
    public boolean asksForRawData() {
        return this == OUTAGE || this == BUG;
    }
}
