package app.candor.incident;

import java.util.List;

/**
 * How many accounts there are and how many are affected.
 *
 * @param total all accounts of the company
 * @param integrations by integration, largest share first
 */
public record AccountCounts(int affected, int total, List<Integration> integrations) {
    public static final AccountCounts NONE = new AccountCounts(0, 0, List.of());

    public AccountCounts {
        integrations = List.copyOf(integrations);
    }

    /** The accounts that use one integration. */
    public record Integration(String name, int affected, int total) {}
}
