package app.candor.incident;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Heads of account lists: the company's own, which every import completes, and one an incident. */
@Component
class AccountSets {
    private static final String COMPANY = "company";

    private final AggregateStore<Company> company;
    private final AggregateStore<OfIncident> incidents;
    private final AccountPages pages;

    /** Every account that any import named, as the latest one described it. */
    record Company(AccountPages.ListName accounts) {}

    /**
     * What an incident hits.
     *
     * @param all the company's accounts at the time of the import
     * @param affected those that are hit
     * @param since when accounts became affected, earliest first; the latest mention of one counts
     */
    record OfIncident(
            String incidentId,
            AccountPages.ListName all,
            AccountPages.ListName affected,
            AccountCounts counts,
            List<HitAt> since) {
        OfIncident {
            // Lists stored before these times were kept have none.
            since = since == null ? List.of() : List.copyOf(since);
        }
    }

    /** Accounts with a notice in their contract that one import or choice newly marked. */
    record HitAt(Instant at, AccountPages.ListName accounts) {}

    AccountSets(AggregateStores stores, AccountPages pages) {
        this.company = stores.of("accounts", Company.class);
        this.incidents = stores.of("affected_accounts", OfIncident.class);
        this.pages = pages;
    }

    java.util.Optional<OfIncident> of(String incidentId) {
        return incidents.find(incidentId);
    }

    /** Every account known. */
    AccountPages.ListName company() {
        return company.find(COMPANY).map(Company::accounts).orElse(AccountPages.ListName.EMPTY);
    }

    /** Every account known, with the rows added; in order of their ids. */
    AccountPages.ListName complete(Map<String, Account> rows) {
        open();
        return company.change(
                        COMPANY,
                        now -> {
                            var all = new TreeMap<String, Account>();
                            pages.read(now.accounts())
                                    .forEach(account -> all.put(account.id(), account));
                            all.putAll(rows);
                            return Change.of(new Company(pages.store(all.values())));
                        })
                .accounts();
    }

    /**
     * @return whether anything is different from what stood there
     */
    boolean put(OfIncident set) {
        var event =
                new AccountsImported(
                        set.incidentId(), set.counts().affected(), set.counts().total());
        if (incidents.find(set.incidentId()).isEmpty()) {
            try {
                incidents.insert(set.incidentId(), Change.of(set, event));
                return true;
            } catch (DuplicateKeyException somebodyWasFirst) {
                return put(set);
            }
        }
        var changed = new boolean[1];
        incidents.change(
                set.incidentId(),
                before -> {
                    changed[0] = !before.equals(set);
                    return changed[0] ? Change.of(set, event) : Change.of(before);
                });
        return changed[0];
    }

    List<Account> read(AccountPages.ListName name) {
        return pages.read(name);
    }

    AccountPages.ListName store(java.util.Collection<Account> accounts) {
        return pages.store(accounts);
    }

    private void open() {
        if (company.find(COMPANY).isEmpty()) {
            try {
                company.insert(COMPANY, Change.of(new Company(AccountPages.ListName.EMPTY)));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return;
            }
        }
    }
}
