package app.candor.incident.customers;

import app.candor.clocks.ContractNotice;
import app.candor.incident.AffectedAccount;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An affected account with how far it has been told.
 *
 * @param last the latest telling; null for none
 * @param notice by when its contract wants it to be told; null for no such clause
 */
public record AccountLine(
        AffectedAccount account,
        AccountStatus status,
        @Nullable Telling last,
        @Nullable ContractNotice notice) {

    /**
     * Which lines are wanted.
     *
     * @param words part of a name, number, integration or manager; empty for all
     * @param status null for every status
     */
    public record Wanted(String words, @Nullable AccountStatus status) {
        public static final Wanted ALL = new Wanted("", null);
    }

    boolean is(Wanted wanted) {
        if (wanted.status() != null && wanted.status() != status) {
            return false;
        }
        var words = wanted.words().strip().toLowerCase(Locale.ROOT);
        return words.isEmpty()
                || has(account.name(), words)
                || has(account.accountId(), words)
                || has(account.integration(), words)
                || has(account.csm(), words);
    }

    private static boolean has(String value, String words) {
        return value.toLowerCase(Locale.ROOT).contains(words);
    }
}
