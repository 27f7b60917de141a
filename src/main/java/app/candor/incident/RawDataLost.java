package app.candor.incident;

/** Whether raw event data is gone for good; it cannot be recalculated. */
public enum RawDataLost {
    YES("Yes"),
    NO("No"),
    NOT_YET_KNOWN("Not yet known");

    private final String label;

    RawDataLost(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
