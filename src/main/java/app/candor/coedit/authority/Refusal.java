package app.candor.coedit.authority;

/** Why a push is not taken, and will not be. */
public enum Refusal {
    LOCKED("locked"),
    READ_ONLY("read-only"),
    INVALID("invalid"),
    TOO_LARGE("too-large"),
    SCHEMA("schema"),
    RATE("rate");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** As the protocol spells it. */
    public String code() {
        return code;
    }
}
