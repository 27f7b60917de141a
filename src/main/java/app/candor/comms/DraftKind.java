package app.candor.comms;

/** What a draft is going to be; policy names these kinds. */
public enum DraftKind {
    CUSTOMER_EMAIL(
            "Customer e-mail", "E-mail", true, Channel.EMAIL, AudienceScope.AFFECTED_ACCOUNTS),
    STATUS_UPDATE(
            "Status update",
            "Status update",
            true,
            Channel.STATUS_PAGE,
            AudienceScope.ALL_CUSTOMERS),
    TECHNICAL_EXPLANATION(
            "Technical explanation",
            "Technical explanation",
            true,
            Channel.PDF,
            AudienceScope.AFFECTED_ACCOUNTS),
    STAFF_UPDATE("Staff update", "Update", false, Channel.EMAIL, AudienceScope.STAFF),
    LEADERSHIP_NOTE("Leadership note", "Note", false, Channel.EMAIL, AudienceScope.LEADERSHIP),
    FAQ_ANSWER("FAQ answer", "FAQ answer", true, Channel.LIBRARY, AudienceScope.CUSTOMER_SUCCESS);

    private final String label;
    private final String noun;
    private final boolean external;
    private final Channel channel;
    private final AudienceScope usual;

    DraftKind(String label, String noun, boolean external, Channel channel, AudienceScope usual) {
        this.label = label;
        this.noun = noun;
        this.external = external;
        this.channel = channel;
        this.usual = usual;
    }

    public String label() {
        return label;
    }

    /** For titles: {@code E-mail to affected accounts}. */
    public String titleFor(AudienceScope scope) {
        return noun + (this == FAQ_ANSWER ? " for " : " to ") + scope.label();
    }

    /** Whether customers read its words, directly or read out to them. */
    public boolean external() {
        return external;
    }

    public Channel channel() {
        return channel;
    }

    /** The audience a new draft starts with. */
    public AudienceScope usualAudience() {
        return usual;
    }
}
