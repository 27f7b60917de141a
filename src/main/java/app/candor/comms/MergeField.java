package app.candor.comms;

import java.util.Arrays;
import java.util.Optional;

/**
 * The values that differ from reader to reader. Those of a recipient are part of what is signed;
 * the others are filled in when an answer of the FAQ library is copied.
 */
public enum MergeField {
    CONTACT_NAME("contact_name", "contact name", true),
    ACCOUNT_NAME("account_name", "account name", true),
    TICKET("ticket", "ticket number", false),
    DATE("date", "date of the copy", false);

    private final String key;
    private final String label;
    private final boolean ofRecipient;

    MergeField(String key, String label, boolean ofRecipient) {
        this.key = key;
        this.label = label;
        this.ofRecipient = ofRecipient;
    }

    /** Whether a text for that audience can have it. */
    public boolean isTakenBy(AudienceScope scope) {
        return scope == AudienceScope.CUSTOMER_SUCCESS || ofRecipient && scope.byAccount();
    }

    /** Whether a draft of that kind can have it, whatever its audience. */
    public boolean isTakenBy(DraftKind kind) {
        return ofRecipient || kind == DraftKind.FAQ_ANSWER;
    }

    /** As the document names it. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Optional<MergeField> named(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** What this reader sees in its place; the name of the field where it is none of theirs. */
    public String valueFor(Recipient recipient) {
        return switch (this) {
            case CONTACT_NAME -> recipient.contact();
            case ACCOUNT_NAME -> recipient.name();
            case TICKET, DATE -> "[" + label + "]";
        };
    }
}
