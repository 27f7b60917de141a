package app.candor.faq;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody gave customers an answer that is not to be relied on any more, and owes them a word.
 *
 * @param id made of entry, turn and copier, so that the same moment owes it once; the duty's id too
 * @param incident id; null where the entry is always valid
 * @param copier person id of who gave the answer
 * @param owner person id of who owes the word now
 * @param turn of {@link AnswerOutdated}
 * @param why as there
 * @param copies ids of the copies concerned, oldest first
 * @param end how it came to an end; null while it is open
 */
public record Recall(
        String id,
        String entry,
        @Nullable String incident,
        String copier,
        String owner,
        int turn,
        String why,
        List<String> copies,
        Instant openedAt,
        Instant due,
        @Nullable End end) {
    static final String PREFIX = "recall:";
    private static final int ID_BYTES = 15;

    /** How a recall can end. */
    public enum How {
        DONE("Customers were told"),
        NOT_NEEDED("Not needed"),
        OVERTAKEN("The answer changed again"),
        STILL_RIGHT("Verified: the answer is still right"),
        HARMLESS("A signer called the change harmless"),
        SET_ASIDE("Set aside by two people");

        private final String label;

        How(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param by person id; {@code system} for the portal itself
     * @param reason in a person's words; empty for none
     */
    public record End(How how, String by, String reason, Instant at) {}

    public Recall {
        copies = List.copyOf(copies);
    }

    /** Speakable in an address, whatever a person's id is made of. */
    static String idOf(String entry, int turn, String copier) {
        var whole = "%s:%d:%s".formatted(entry, turn, copier).getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole);
            return PREFIX
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Where its owner works on it, a path in the portal. */
    public String path() {
        return "recalls/" + id.substring(PREFIX.length());
    }

    public boolean isOpen() {
        return end == null;
    }

    /**
     * @throws Refused if it came to an end before
     */
    Change<Recall> end(How how, String by, String reason, Instant now) {
        if (end != null) {
            throw new Refused("This recall is over: " + end.how().label() + ".");
        }
        return ended(new End(how, by, reason.strip(), now));
    }

    /** As {@link #end} where somebody else may have been first. */
    Change<Recall> endIfOpen(How how, String by, Instant now) {
        return end == null ? ended(new End(how, by, "", now)) : Change.of(this);
    }

    /**
     * @throws Refused if it came to an end before
     */
    Change<Recall> passTo(String person) {
        if (end != null) {
            throw new Refused("This recall is over: " + end.how().label() + ".");
        }
        return ownedBy(person);
    }

    /** As {@link #passTo} for what happened elsewhere. */
    Change<Recall> follow(@Nullable String person) {
        return person == null || end != null ? Change.of(this) : ownedBy(person);
    }

    private Change<Recall> ownedBy(String person) {
        return person.equals(owner)
                ? Change.of(this)
                : Change.of(with(person, end), event(RecallChanged.PASSED_ON));
    }

    private Change<Recall> ended(End how) {
        return Change.of(with(owner, how), event(RecallChanged.ENDED));
    }

    RecallChanged event(String what) {
        return new RecallChanged(id, entry, incident, what);
    }

    private Recall with(String nextOwner, @Nullable End nextEnd) {
        return new Recall(
                id, entry, incident, copier, nextOwner, turn, why, copies, openedAt, due, nextEnd);
    }
}
