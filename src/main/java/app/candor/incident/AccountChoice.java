package app.candor.incident;

import app.candor.access.Refused;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts chosen from the company's list, by a filter or one by one. */
public sealed interface AccountChoice {

    /**
     * All that fit every part; an empty part fits all.
     *
     * @param integration as the list names it, or empty
     */
    record Filter(String integration, String tier, String csm) implements AccountChoice {}

    /**
     * Account numbers or exact names, in any order, doubles allowed.
     *
     * @param named as pasted: one a line, or separated by commas or semicolons
     */
    record Listed(String named) implements AccountChoice {}

    /**
     * What filters can say.
     *
     * @param integrations in alphabetical order, as are the others
     */
    record Values(List<String> integrations, List<String> tiers, List<String> csms) {
        static Values of(List<Account> all) {
            return new Values(
                    distinct(all, Account::integration),
                    distinct(all, Account::tier),
                    distinct(all, Account::csm));
        }

        private static List<String> distinct(List<Account> all, Function<Account, String> part) {
            var values = new TreeSet<String>();
            all.stream().map(part).filter(value -> !value.isEmpty()).forEach(values::add);
            return List.copyOf(values);
        }
    }

    /**
     * @throws Refused if it means nobody, or somebody unknown
     */
    default List<Account> among(List<Account> all) {
        if (all.isEmpty()) {
            throw new Refused(
                    "The company's account list is empty. Import it first; then accounts can be"
                            + " chosen from it.");
        }
        var chosen =
                switch (this) {
                    case Filter filter -> filtered(all, filter);
                    case Listed listed -> listed(all, listed.named());
                };
        if (chosen.isEmpty()) {
            throw new Refused("No account fits. Nothing was changed.");
        }
        return chosen;
    }

    private static List<Account> filtered(List<Account> all, Filter filter) {
        if ((filter.integration() + filter.tier() + filter.csm()).isBlank()) {
            throw new Refused("Choose an integration, a tier or a customer success manager.");
        }
        return all.stream()
                .filter(account -> fits(filter.integration(), account.integration()))
                .filter(account -> fits(filter.tier(), account.tier()))
                .filter(account -> fits(filter.csm(), account.csm()))
                .toList();
    }

    private static boolean fits(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    private static List<Account> listed(List<Account> all, String named) {
        var known = new HashMap<String, Account>();
        all.forEach(account -> known.put(key(account.name()), account));
        all.forEach(account -> known.put(key(account.id()), account));
        Set<String> wanted = new LinkedHashSet<>();
        for (var one : named.split("[\\n;,]")) {
            if (!one.isBlank()) {
                wanted.add(one.strip());
            }
        }
        var unknown = wanted.stream().filter(one -> !known.containsKey(key(one))).toList();
        if (!unknown.isEmpty()) {
            throw new Refused(
                    "Not on the company's list: "
                            + unknown.stream().limit(8).collect(Collectors.joining(", "))
                            + (unknown.size() > 8 ? " and " + (unknown.size() - 8) + " more" : "")
                            + ". Nothing was changed.");
        }
        return wanted.stream().map(one -> known.get(key(one))).distinct().toList();
    }

    private static String key(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
