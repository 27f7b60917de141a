package app.candor.incident.record;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The desk for links: tickets, calls, channels and dashboards of an incident. */
@Service
public class Links {
    private final AggregateStore<LinkList> store;
    private final Incidents incidents;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Links(
            AggregateStores stores,
            Incidents incidents,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("incident_links", LinkList.class);
        this.incidents = incidents;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Oldest first.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<IncidentLink> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return store.find(incidentId).map(LinkList::links).orElse(List.of());
    }

    /** Whether a call is open to join. The caller asks for access. */
    public boolean hasCall(String incidentId) {
        return store.find(incidentId).stream()
                .flatMap(list -> list.links().stream())
                .anyMatch(link -> link.kind() == LinkKind.CALL);
    }

    /**
     * @param label empty for the address's host
     * @param address http or https
     * @throws Refused if the address is none, or there are too many
     */
    public void add(String incidentId, LinkKind kind, String label, String address) {
        refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var person = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    open(incidentId);
                    var id = UUID.randomUUID().toString();
                    return store.change(
                            incidentId,
                            list ->
                                    list.add(
                                            id,
                                            kind,
                                            label,
                                            address,
                                            person.id(),
                                            clock.instant()));
                });
    }

    /**
     * @throws NotFound if there is no such link
     */
    public void remove(String incidentId, String link) {
        refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    return store.change(incidentId, list -> list.remove(link));
                });
    }

    private void open(String incidentId) {
        if (store.find(incidentId).isEmpty()) {
            try {
                store.insert(incidentId, Change.of(new LinkList(incidentId, List.of())));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return;
            }
        }
    }
}
