package app.candor.incident;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of affected accounts by name, a few of them kept: every page of a room asks for the same
 * one, and a list never changes under its hash.
 */
final class SortedAccounts {
    private static final int LISTS_KEPT = 4;

    private final AccountSets sets;
    private final Map<String, List<AffectedAccount>> kept =
            new LinkedHashMap<>(LISTS_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, List<AffectedAccount>> eldest) {
                    return size() > LISTS_KEPT;
                }
            };

    SortedAccounts(AccountSets sets) {
        this.sets = sets;
    }

    List<AffectedAccount> of(AccountPages.ListName name) {
        synchronized (kept) {
            var found = kept.get(name.hash());
            if (found != null) {
                return found;
            }
        }
        var read =
                sets.read(name).stream()
                        .map(Account::affected)
                        .sorted(Comparator.comparing(AffectedAccount::name))
                        .toList();
        synchronized (kept) {
            kept.put(name.hash(), read);
        }
        return read;
    }
}
