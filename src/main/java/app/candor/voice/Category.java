package app.candor.voice;

/** What a rule looks after, and the gate whose signers answer for it. */
public enum Category {
    APOLOGY("Apology", "clarity"),
    TONE("Tone", "clarity"),
    BLAME("Blame", "clarity"),
    VAGUE("Vagueness", "clarity"),
    MINIMISING("Half-truths", "accuracy"),
    PROMISE("Promises", "liability"),
    CAUSE("Cause", "accuracy"),
    LEGAL("Legal words", "liability"),
    SECURITY("Security words", "liability"),
    PERSONAL("Personal data", "liability"),
    SECRET("Secrets", "liability"),
    INTERNAL("Internal words", "clarity"),
    JARGON("Jargon", "clarity"),
    READING("Reading", "clarity"),
    TIME("Times and dates", "accuracy"),
    PLACEHOLDER("Placeholders", "clarity"),
    STRUCTURE("Required parts", "clarity"),
    GUIDANCE("Guidance", "clarity"),
    CONSISTENCY("Consistency", "accuracy"),
    COMPANY("Company words", "clarity");

    private final String label;
    private final String gate;

    Category(String label, String gate) {
        this.label = label;
        this.gate = gate;
    }

    public String label() {
        return label;
    }

    /** Key of the gate, as in the policy of gates: {@code clarity}. */
    public String gate() {
        return gate;
    }
}
