package app.candor.voice;

/** How much a finding weighs; {@link #SECRET} most. */
public enum Weight {
    /** Worth a thought. */
    HINT("Hint"),
    /** Kept only with a reason. */
    WARNING("Warning"),
    /** Holds up submitting, unless a second person agrees to keep it. */
    ERROR("Error"),
    /** A person could be recognised: as an error, and never the writer's decision alone. */
    PERSONAL("Personal data"),
    /** Never leaves; nobody can agree to it. */
    SECRET("Secret");

    private final String label;

    Weight(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a text with such a finding cannot be submitted as it is. */
    public boolean blocks() {
        return compareTo(ERROR) >= 0;
    }

    /** Whether a second person can agree to keep it. */
    public boolean canBeKept() {
        return this != SECRET;
    }
}
