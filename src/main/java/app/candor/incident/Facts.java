package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.audit.Told;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The ledger: every number and time of an incident stands here once, with who confirmed it, when
 * and from what.
 */
@Service
public class Facts {
    private static final String IMPORT = "account import";

    private final AggregateStore<Ledger> store;
    private final Incidents incidents;
    private final Accounts accounts;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Facts(
            AggregateStores stores,
            Incidents incidents,
            Accounts accounts,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("facts", Ledger.class);
        this.incidents = incidents;
        this.accounts = accounts;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * All facts in the order of {@link FactKey}; those that nobody said anything about as unknown.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<Fact> ledger(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return read(incidentId);
    }

    /** As {@link #ledger} without asking who reads: for listeners and for pinning at submission. */
    public List<Fact> asSystem(String incidentId) {
        return read(incidentId);
    }

    /**
     * Whether personal data is involved, for choosing a template. The caller asks for access.
     *
     * @return true where the ledger says so, and for a security incident until it says no
     */
    public boolean personalData(String incidentId) {
        var answer =
                read(incidentId).stream()
                        .filter(fact -> fact.key().equals(FactKey.PERSONAL_DATA.key()))
                        .map(Fact::raw)
                        .findFirst()
                        .orElse("");
        return answer.isEmpty()
                ? incidents.asSystem(incidentId).securityIncident()
                : answer.equals("yes");
    }

    /**
     * @param key {@code started}
     * @throws NotFound if there is no such fact, or the current person may not read the incident
     */
    public Fact fact(String incidentId, String key) {
        return ledger(incidentId).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Confirms a value in the name of the current person.
     *
     * @param value in the form of the fact's kind: an ISO instant, a whole number, a percentage,
     *     minutes, words, yes or no; empty for "not yet known"
     * @param source where it is read from, for example "event age chart"
     * @throws Refused if the value cannot be true beside the others
     */
    public Fact confirm(String incidentId, FactKey key, String value, String source) {
        return refused.recorded(
                incidentId,
                Act.CONFIRM_FACT,
                () -> {
                    var guarded = incidents.guarded(incidentId);
                    var person = access.require(Act.CONFIRM_FACT, guarded);
                    if (source.isBlank()) {
                        throw new Refused("Say where you read it, for example “event age chart”.");
                    }
                    confirm(incidentId, key, value, source, person.id());
                    return fact(incidentId, key.key());
                });
    }

    @EventListener
    @Order(0)
    void on(Told<IncidentDeclared> told) {
        var answer = told.event().rawDataLost();
        if (answer != null) {
            var value = answer == RawDataLost.NOT_YET_KNOWN ? "" : answer.label();
            confirm(
                    told.event().incidentId(),
                    FactKey.RAW_DATA_LOST,
                    value,
                    "declaration",
                    told.actor());
        }
    }

    /** The accounts are the source of both numbers; importing confirms them. */
    @EventListener
    @Order(0)
    void onImport(Told<AccountsImported> told) {
        var imported = told.event();
        if (imported.total() > 0) {
            confirm(
                    imported.incidentId(),
                    FactKey.AFFECTED_COUNT,
                    Integer.toString(imported.affected()),
                    IMPORT,
                    told.actor());
            confirm(
                    imported.incidentId(),
                    FactKey.AFFECTED_PERCENT,
                    Shares.percent(imported.affected(), imported.total()),
                    IMPORT,
                    told.actor());
        }
    }

    private void confirm(
            String incidentId, FactKey key, String value, String source, String person) {
        openLedger(incidentId);
        var total = accounts.counts(incidentId).total();
        store.change(
                incidentId,
                ledger -> ledger.confirm(key, value, source, person, clock.instant(), total > 0));
    }

    private void openLedger(String incidentId) {
        if (store.find(incidentId).isEmpty()) {
            try {
                store.insert(incidentId, Change.of(Ledger.empty(incidentId)));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return;
            }
        }
    }

    private List<Fact> read(String incidentId) {
        var ledger = store.find(incidentId).orElseGet(() -> Ledger.empty(incidentId));
        var total = accounts.counts(incidentId).total();
        return Arrays.stream(FactKey.values()).map(key -> fact(ledger, key, total)).toList();
    }

    private static Fact fact(Ledger ledger, FactKey key, int total) {
        var latest = ledger.latest(key);
        var raw = latest.map(Ledger.Value::raw).orElse("");
        return new Fact(
                key.key(),
                key.label(),
                shown(key, raw),
                raw,
                raw.isEmpty(),
                latest.map(Ledger.Value::by).orElse(null),
                latest.map(Ledger.Value::at).orElse(null),
                latest.map(Ledger.Value::source).orElse(""),
                key.material(),
                detail(key, raw, total),
                earlier(ledger, key));
    }

    private static String shown(FactKey key, String raw) {
        return raw.isEmpty() ? Fact.NOT_YET_KNOWN : key.kind().display(raw);
    }

    private static String detail(FactKey key, String raw, int total) {
        if (raw.isEmpty() || total == 0) {
            return "";
        }
        return switch (key) {
            case AFFECTED_COUNT ->
                    Shares.percent(Integer.parseInt(raw), total)
                            + "% of "
                            + String.format(Locale.UK, "%,d", total);
            case AFFECTED_PERCENT -> "of " + String.format(Locale.UK, "%,d", total);
            default -> "";
        };
    }

    private static List<Fact.Earlier> earlier(Ledger ledger, FactKey key) {
        return ledger.values().getOrDefault(key, List.of()).reversed().stream()
                .skip(1)
                .map(value ->
                        new Fact.Earlier(
                                shown(key, value.raw()), value.by(), value.at(), value.source()))
                .toList();
    }
}
