package app.candor.comms;

/** Whom a text is for, before it is resolved to accounts and addresses. */
public enum AudienceScope {
    SOME_ACCOUNTS("some accounts", true),
    AFFECTED_ACCOUNTS("affected accounts", true),
    ALL_CUSTOMERS("all customers", false),
    STAFF("all staff", false),
    LEADERSHIP("senior leadership", false),
    REGULATORS("regulators", false),
    CUSTOMER_SUCCESS("customer success managers", false);

    private final String label;
    private final boolean byAccount;

    AudienceScope(String label, boolean byAccount) {
        this.label = label;
        this.byAccount = byAccount;
    }

    /** Mid-sentence: {@code affected accounts}. */
    public String label() {
        return label;
    }

    /** Whether it is made of accounts with one contact each, and empty without any. */
    public boolean byAccount() {
        return byAccount;
    }
}
