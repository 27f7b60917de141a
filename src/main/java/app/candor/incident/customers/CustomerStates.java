package app.candor.incident.customers;

import app.candor.incident.AffectedAccount;
import app.candor.incident.customers.Telling.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far every account has been told, folded from all tellings in the order of their times.
 *
 * <p>A message that came back counts until somebody tells the account; it does not undo that the
 * account heard of the incident before.
 */
public final class CustomerStates {
    private final Map<String, State> states = new HashMap<>();

    /**
     * One account.
     *
     * @param first when it was first told; null for never
     * @param last the latest telling
     * @param owesResolved whether it heard that it is open and not yet that it is resolved
     */
    public record State(
            Telling.Account account,
            AccountStatus status,
            java.time.@Nullable Instant first,
            Telling last,
            boolean owesResolved) {}

    private CustomerStates() {}

    static CustomerStates of(List<Telling> tellings) {
        var folded = new CustomerStates();
        tellings.stream()
                .sorted(Comparator.comparing(Telling::at))
                .forEach(telling ->
                        telling.accounts().forEach(account -> folded.add(account, telling)));
        return folded;
    }

    /** Empty for an account that no telling names. */
    public Optional<State> of(String account) {
        return Optional.ofNullable(states.get(account));
    }

    public AccountStatus status(String account) {
        var state = states.get(account);
        return state == null ? AccountStatus.NOT_TOLD : state.status();
    }

    /** Accounts that heard that it is open and not that it is resolved, by their CSM. */
    Map<String, List<Telling.Account>> owingResolved() {
        var byCsm = new LinkedHashMap<String, List<Telling.Account>>();
        states.values().stream()
                .filter(State::owesResolved)
                .map(State::account)
                .sorted(Comparator.comparing(Telling.Account::name))
                .forEach(account ->
                        byCsm.computeIfAbsent(account.csm(), none -> new ArrayList<>())
                                .add(account));
        return byCsm;
    }

    /** How many of these accounts stand where, and how many are not told by CSM. */
    CustomerCounts count(List<AffectedAccount> affected) {
        var by = new java.util.EnumMap<AccountStatus, Integer>(AccountStatus.class);
        var csms = new HashMap<String, CustomerCounts.Csm>();
        for (var account : affected) {
            var status = status(account.accountId());
            by.merge(status, 1, Integer::sum);
            csms.merge(
                    account.csm(),
                    CustomerCounts.Csm.one(account.csm(), status),
                    CustomerCounts.Csm::plus);
        }
        return new CustomerCounts(
                affected.size(),
                by.getOrDefault(AccountStatus.TOLD, 0),
                by.getOrDefault(AccountStatus.TOLD_RESOLVED, 0),
                by.getOrDefault(AccountStatus.UNDELIVERED, 0),
                csms.values().stream()
                        .sorted(
                                Comparator.comparing(CustomerCounts.Csm::untold)
                                        .reversed()
                                        .thenComparing(CustomerCounts.Csm::name))
                        .toList());
    }

    private void add(Telling.Account account, Telling telling) {
        var before = states.get(account.id());
        var heard = telling.what() != What.UNDELIVERED;
        var first = before == null ? null : before.first();
        var owed = before != null && before.owesResolved();
        states.put(
                account.id(),
                new State(
                        account,
                        telling.what().status(),
                        first == null && heard ? telling.at() : first,
                        telling,
                        switch (telling.what()) {
                            case OPEN -> true;
                            case RESOLVED -> false;
                            case UNDELIVERED -> owed || wasResolved(before);
                        }));
    }

    /** "Resolved" that came back was not heard after all. */
    private static boolean wasResolved(@Nullable State before) {
        return before != null && before.status() == AccountStatus.TOLD_RESOLVED;
    }
}
