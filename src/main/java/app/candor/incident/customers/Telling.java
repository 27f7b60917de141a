package app.candor.incident.customers;

import app.candor.incident.StoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some accounts were told something, or a message did not reach them.
 *
 * @param accounts at most {@link #MOST_ACCOUNTS}; more go into further tellings
 * @param how in which way: a message with its version, a call; what a person wrote
 * @param link path of the released text in the portal; null for none
 * @param by person id of who told them, {@code system} for the portal
 */
public record Telling(
        String id,
        String incidentId,
        What what,
        List<Account> accounts,
        String how,
        @Nullable String link,
        String by,
        Instant at) {
    /** A telling is one document, which holds 16 MB. */
    static final int MOST_ACCOUNTS = 20_000;

    public Telling {
        accounts = List.copyOf(accounts);
    }

    /** What reached them. */
    public enum What {
        /** That there is an incident, or how it goes. */
        OPEN("told"),
        /** That it is resolved. */
        RESOLVED("told that it is resolved"),
        /** Nothing: the message came back. */
        UNDELIVERED("not reached");

        private final String phrase;

        What(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }

        AccountStatus status() {
            return switch (this) {
                case OPEN -> AccountStatus.TOLD;
                case RESOLVED -> AccountStatus.TOLD_RESOLVED;
                case UNDELIVERED -> AccountStatus.UNDELIVERED;
            };
        }
    }

    /**
     * An account as it was called then, so that it stays named when a list drops it.
     *
     * @param csm as the account list names them; empty for nobody
     */
    public record Account(String id, String name, String csm) {}

    /** Accounts were told. */
    record AccountsTold(String incidentId, String telling, What what, int count, boolean alone)
            implements StoryEvent {
        @Override
        public String action() {
            return "accounts " + what.phrase();
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("count", Integer.toString(count));
        }

        @Override
        public String sentence() {
            return String.format(Locale.UK, "%,d ", count)
                    + (alone ? "account was " : "accounts were ")
                    + what.phrase();
        }
    }
}
