package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.incident.AccountImport.Imported;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The desk for account lists: who is hit by an incident, and of how many. */
@Service
public class Accounts {
    /** Largest file that can be imported, in bytes. */
    public static final int MOST_BYTES = AccountFile.MOST_BYTES;

    private final AccountSets sets;
    private final SortedAccounts sorted;
    private final Incidents incidents;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Accounts(
            AccountSets sets,
            Incidents incidents,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.sets = sets;
        this.sorted = new SortedAccounts(sets);
        this.incidents = incidents;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Imports a list: every row or none. Rows complete the company's list and say which accounts
     * this incident hits; an account hit before and not in the file stays hit. The same file again
     * changes nothing.
     *
     * @param csv columns account, name, tier, csm, contact name, contact email, integration,
     *     contract notice hours, affected; UTF-8, UTF-16 or Windows-1252; commas or semicolons; at
     *     most 100,000 rows and 32 MB
     * @throws Refused if the current person may not import
     */
    public AccountImport importCsv(String incidentId, byte[] csv) {
        return refused.recorded(
                incidentId,
                Act.IMPORT_ACCOUNTS,
                () -> {
                    access.require(Act.IMPORT_ACCOUNTS, incidents.guarded(incidentId));
                    return switch (AccountFile.read(csv)) {
                        case AccountFile.Read.Bad(var why) -> why;
                        case AccountFile.Read.Good(var content) -> take(incidentId, content);
                    };
                });
    }

    /**
     * Accounts that the incident hits, by name.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<AffectedAccount> affected(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return affectedAsSystem(incidentId);
    }

    /** As {@link #affected} without asking who reads: for releases and listeners. */
    public List<AffectedAccount> affectedAsSystem(String incidentId) {
        return sets.of(incidentId).map(set -> sorted.of(set.affected())).orElse(List.of());
    }

    /** Changes whenever the set of affected accounts does; the caller asks for access. */
    public String affectedVersion(String incidentId) {
        return sets.of(incidentId).map(set -> set.affected().hash()).orElse("");
    }

    /**
     * Says which accounts of the company's list an incident hits, without a file.
     *
     * @param choice whom it means
     * @param hit whether they are hit; false takes them out again
     * @return how many were newly marked
     * @throws Refused if an account of the list is unknown: then nothing is changed
     */
    public int mark(String incidentId, AccountChoice choice, boolean hit) {
        return refused.recorded(
                incidentId,
                Act.IMPORT_ACCOUNTS,
                () -> {
                    access.require(Act.IMPORT_ACCOUNTS, incidents.guarded(incidentId));
                    return marked(incidentId, choice, hit);
                });
    }

    /** What can be chosen from, in alphabetical order: integrations, tiers, managers. */
    public AccountChoice.Values choices() {
        return AccountChoice.Values.of(sets.read(sets.company()));
    }

    private int marked(String incidentId, AccountChoice choice, boolean hit) {
        var company = sets.company();
        var all = sets.read(company);
        var chosen = choice.among(all);
        var affected = new TreeMap<String, Account>();
        sets.of(incidentId)
                .ifPresent(before ->
                        sets.read(before.affected())
                                .forEach(account -> affected.put(account.id(), account)));
        var size = affected.size();
        chosen.forEach(account -> {
            if (hit) {
                affected.put(account.id(), account);
            } else {
                affected.remove(account.id());
            }
        });
        sets.put(
                new AccountSets.OfIncident(
                        incidentId,
                        company,
                        sets.store(affected.values()),
                        count(all, affected),
                        since(incidentId, affected)));
        return Math.abs(affected.size() - size);
    }

    /** How many, overall and by integration; all 0 before an import. The caller asks for access. */
    public AccountCounts counts(String incidentId) {
        return sets.of(incidentId).map(AccountSets.OfIncident::counts).orElse(AccountCounts.NONE);
    }

    private Imported take(String incidentId, AccountFile.Content content) {
        var company = sets.complete(content.accounts());
        var hit = new TreeMap<String, Account>();
        sets.of(incidentId)
                .ifPresent(before ->
                        sets.read(before.affected())
                                .forEach(account -> hit.put(account.id(), account)));
        content.accounts()
                .forEach((id, account) -> {
                    if (content.affected().getOrDefault(id, false)) {
                        hit.put(id, account);
                    } else {
                        hit.remove(id);
                    }
                });
        var counts = count(sets.read(company), hit);
        var changed =
                sets.put(
                        new AccountSets.OfIncident(
                                incidentId,
                                company,
                                sets.store(hit.values()),
                                counts,
                                since(incidentId, hit)));
        return new Imported(content.accounts().size(), counts, changed, content.ignored());
    }

    /** Times of before, and now for accounts with a notice in their contract that are new. */
    private List<AccountSets.HitAt> since(String incidentId, Map<String, Account> hit) {
        var before = sets.of(incidentId);
        var known = new HashSet<String>();
        before.ifPresent(set ->
                sets.read(set.affected()).stream()
                        .filter(account -> account.contractNoticeHours() != null)
                        .forEach(account -> known.add(account.id())));
        var fresh =
                hit.values().stream()
                        .filter(account -> account.contractNoticeHours() != null)
                        .filter(account -> !known.contains(account.id()))
                        .toList();
        var times = new ArrayList<>(before.map(AccountSets.OfIncident::since).orElse(List.of()));
        if (!fresh.isEmpty()) {
            times.add(new AccountSets.HitAt(clock.instant(), sets.store(fresh)));
        }
        return times;
    }

    /**
     * When affected accounts with a notice in their contract became affected, by their ids; without
     * those that were marked before such times were kept. The caller asks for access.
     */
    public Map<String, Instant> affectedSince(String incidentId) {
        var times = new HashMap<String, Instant>();
        sets.of(incidentId)
                .ifPresent(set ->
                        set.since()
                                .forEach(hit ->
                                        sets.read(hit.accounts())
                                                .forEach(account ->
                                                        times.put(account.id(), hit.at()))));
        return times;
    }

    private static AccountCounts count(List<Account> all, Map<String, Account> hit) {
        var totals = new LinkedHashMap<String, Integer>();
        var hits = new LinkedHashMap<String, Integer>();
        for (var account : all) {
            if (!account.integration().isEmpty()) {
                totals.merge(account.integration(), 1, Integer::sum);
                hits.merge(
                        account.integration(), hit.containsKey(account.id()) ? 1 : 0, Integer::sum);
            }
        }
        var integrations =
                totals.entrySet().stream()
                        .map(total ->
                                new AccountCounts.Integration(
                                        total.getKey(),
                                        hits.getOrDefault(total.getKey(), 0),
                                        total.getValue()))
                        .sorted(
                                Comparator.comparingDouble((AccountCounts.Integration one) ->
                                                -(double) one.affected() / one.total())
                                        .thenComparing(AccountCounts.Integration::name))
                        .toList();
        return new AccountCounts(hit.size(), all.size(), integrations);
    }
}
