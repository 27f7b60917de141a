package app.candor.comms;

import java.util.Arrays;
import java.util.Optional;

/** The values that differ from reader to reader; each is part of the recipient that is signed. */
public enum MergeField {
    CONTACT_NAME("contact_name", "contact name"),
    ACCOUNT_NAME("account_name", "account name");

    private final String key;
    private final String label;

    MergeField(String key, String label) {
        this.key = key;
        this.label = label;
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

    /** What this reader sees in its place. */
    public String valueFor(Recipient recipient) {
        return switch (this) {
            case CONTACT_NAME -> recipient.contact();
            case ACCOUNT_NAME -> recipient.name();
        };
    }
}
