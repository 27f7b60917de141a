package app.candor.voice;

import java.util.Set;

/** Names of the checks that are written in code; rules refer to them. */
final class Checks {
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String CARD = "card";
    static final String IBAN = "iban";
    static final String IP = "ip";
    static final String TOKEN = "token";
    static final String ZONE = "zone";
    static final String SENTENCE_WORDS = "sentence-words";
    static final String TEXT_WORDS = "text-words";
    static final String GRADE = "grade";
    static final String LEDGER = "ledger";
    static final String SIBLING = "sibling";
    static final String FIRST_SENTENCE = "first-sentence";
    static final String UNREADABLE = "unreadable";

    /** Parts of a text are asked for as {@code part:next-update}. */
    static final String PART = "part:";

    static final Set<String> NAMES =
            Set.of(
                    EMAIL,
                    PHONE,
                    CARD,
                    IBAN,
                    IP,
                    TOKEN,
                    ZONE,
                    SENTENCE_WORDS,
                    TEXT_WORDS,
                    GRADE,
                    LEDGER,
                    SIBLING,
                    FIRST_SENTENCE,
                    UNREADABLE,
                    PART + "impact",
                    PART + "scope",
                    PART + "start",
                    PART + "action",
                    PART + "next-update",
                    PART + "fix-time",
                    PART + "works-now",
                    PART + "span",
                    PART + "data",
                    PART + "customer-action",
                    PART + "contact",
                    PART + "follow-up",
                    PART + "unaffected",
                    PART + "workaround",
                    PART + "benefit",
                    PART + "adapt",
                    PART + "was-affected",
                    PART + "data-first",
                    PART + "catch-up",
                    PART + "understood");

    private Checks() {}
}
