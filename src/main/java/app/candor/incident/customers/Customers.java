package app.candor.incident.customers;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.clocks.ContractNotice;
import app.candor.incident.Accounts;
import app.candor.incident.AffectedAccount;
import app.candor.incident.Incidents;
import app.candor.incident.NoticesOwed;
import app.candor.incident.RefusedActs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The desk where it is recorded which accounts were told what, by whom and when. */
@Service
public class Customers implements NoticesOwed {
    private static final int LONGEST_HOW = 300;

    private final Tellings tellings;
    private final Accounts accounts;
    private final Incidents incidents;
    private final StateCache cache;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Customers(
            Tellings tellings,
            Accounts accounts,
            Incidents incidents,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.tellings = tellings;
        this.accounts = accounts;
        this.incidents = incidents;
        this.cache = new StateCache();
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * How far each account has been told.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public CustomerStates states(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return statesAsSystem(incidentId);
    }

    /** As {@link #states} without asking who reads: for clocks and listeners. */
    public CustomerStates statesAsSystem(String incidentId) {
        return cache.states(incidentId, tellings.count(incidentId), () -> tellings.of(incidentId));
    }

    /** How many stand where. The caller asks for access. */
    public CustomerCounts counts(String incidentId) {
        return cache.counts(
                incidentId,
                accounts.affectedVersion(incidentId),
                tellings.count(incidentId),
                () -> statesAsSystem(incidentId).count(accounts.affectedAsSystem(incidentId)));
    }

    /**
     * Affected accounts by name with how far each is told; asked part by part, so that no page
     * holds a hundred thousand of them.
     */
    public Stream<AccountLine> lines(String incidentId, AccountLine.Wanted wanted) {
        var states = states(incidentId);
        var notices = noticesById(incidentId);
        return accounts.affectedAsSystem(incidentId).stream()
                .map(account ->
                        new AccountLine(
                                account,
                                states.status(account.accountId()),
                                states.of(account.accountId())
                                        .map(CustomerStates.State::last)
                                        .orElse(null),
                                notices.get(account.accountId())))
                .filter(line -> line.is(wanted));
    }

    @Override
    public List<ContractNotice> notices(String incidentId) {
        return List.copyOf(noticesById(incidentId).values());
    }

    private Map<String, ContractNotice> noticesById(String incidentId) {
        return cache.notices(
                incidentId,
                accounts.affectedVersion(incidentId),
                tellings.count(incidentId),
                () -> {
                    var since = accounts.affectedSince(incidentId);
                    var states = statesAsSystem(incidentId);
                    var notices = new HashMap<String, ContractNotice>();
                    for (var account : accounts.affectedAsSystem(incidentId)) {
                        var hit = since.get(account.accountId());
                        var hours = account.contractNoticeHours();
                        if (hit != null && hours != null) {
                            var told =
                                    states.of(account.accountId())
                                            .map(CustomerStates.State::first)
                                            .orElse(null);
                            notices.put(
                                    account.accountId(),
                                    new ContractNotice(account.name(), hit, hours, told));
                        }
                    }
                    return notices;
                });
    }

    /** All that was said to accounts, newest first. */
    public List<Telling> history(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return tellings.of(incidentId).stream()
                .sorted(java.util.Comparator.comparing(Telling::at).reversed())
                .toList();
    }

    /**
     * Records in the name of the current person that accounts were told.
     *
     * @param ids accounts that the incident hits, or that were told before
     * @param how in which way, such as "by phone"
     * @throws Refused if a customer success manager names accounts of somebody else, if nobody is
     *     named, or if they were told "resolved" before it is
     */
    public void told(String incidentId, Collection<String> ids, Telling.What what, String how) {
        refused.recorded(
                incidentId,
                Act.TELL_ACCOUNTS,
                () -> {
                    var person = access.require(Act.TELL_ACCOUNTS, incidents.guarded(incidentId));
                    TellingRules.requireTrue(incidents.asSystem(incidentId), what);
                    var chosen = named(incidentId, Set.copyOf(ids));
                    TellingRules.requireOwn(person, chosen);
                    tellings.record(
                            UUID.randomUUID().toString(),
                            incidentId,
                            what,
                            chosen,
                            words(how),
                            null,
                            person.id(),
                            clock.instant());
                    return chosen;
                });
    }

    /**
     * Records what the portal itself knows: that a message was delivered to accounts, or came back.
     * A repeat of the same id changes nothing. Accounts that the incident neither hits nor told are
     * left out.
     *
     * @param id chosen by who tells
     * @param link path of the released text; null for none
     */
    public void recordTold(
            String id,
            String incidentId,
            Collection<String> ids,
            Telling.What what,
            String how,
            @Nullable String link,
            String by,
            Instant at) {
        var chosen = named(incidentId, Set.copyOf(ids));
        if (!chosen.isEmpty()) {
            tellings.record(id, incidentId, what, chosen, how, link, by, at);
        }
    }

    private List<Telling.Account> named(String incidentId, Set<String> ids) {
        var chosen = new ArrayList<Telling.Account>();
        var found = new java.util.HashSet<String>();
        for (var account : accounts.affectedAsSystem(incidentId)) {
            if (ids.contains(account.accountId())) {
                chosen.add(brief(account));
                found.add(account.accountId());
            }
        }
        var states = statesAsSystem(incidentId);
        ids.stream()
                .filter(id -> !found.contains(id))
                .flatMap(id -> states.of(id).stream())
                .map(CustomerStates.State::account)
                .forEach(chosen::add);
        return chosen;
    }

    private static Telling.Account brief(AffectedAccount account) {
        return new Telling.Account(account.accountId(), account.name(), account.csm());
    }

    private static String words(String how) {
        var words = how.strip();
        if (words.isEmpty()) {
            throw new Refused("Say how they were told, for example “by phone”.");
        }
        if (words.length() > LONGEST_HOW) {
            throw new Refused("At most " + LONGEST_HOW + " characters, please.");
        }
        return words;
    }
}
