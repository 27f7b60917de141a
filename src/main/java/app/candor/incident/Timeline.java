package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** What happened when: entries that the portal makes by itself and those that people add. */
@Service
public class Timeline {
    private static final int LONGEST_ENTRY = 500;

    private final AggregateStore<TimelineEntry> store;
    private final Incidents incidents;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Timeline(
            AggregateStores stores,
            MongoTemplate mongo,
            Incidents incidents,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("timeline", TimelineEntry.class);
        this.incidents = incidents;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("timeline")
                .createIndex(
                        new Index()
                                .on("state.incidentId", Sort.Direction.ASC)
                                .on("state.at", Sort.Direction.ASC));
    }

    /**
     * Oldest first.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<TimelineEntry> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return store.where(
                Filters.eq("state.incidentId", incidentId), Sorts.ascending("state.at"), 0);
    }

    /** How many entries there are. The caller asks for access. */
    public long count(String incidentId) {
        return store.count(Filters.eq("state.incidentId", incidentId));
    }

    /**
     * Adds what a person saw.
     *
     * @param at when it happened, not when it is written down; not in the future
     * @throws Refused if it is empty, too long or lies in the future
     */
    public TimelineEntry add(String incidentId, Instant at, String what) {
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var guarded = incidents.guarded(incidentId);
                    var person = access.require(Act.WRITE_DOCUMENT, guarded);
                    var entry =
                            new TimelineEntry(
                                    incidentId, at, person.id(), checked(at, what), false);
                    return store.insert(
                            UUID.randomUUID().toString(), Change.of(entry, new Noted(incidentId)));
                });
    }

    /**
     * Adds what another module did; a repeat of the same id changes nothing.
     *
     * @param id of the event behind it
     * @param actor person id, {@code system} for the portal
     */
    public void record(String id, String incidentId, Instant at, String actor, String what) {
        try {
            store.insert(id, Change.of(new TimelineEntry(incidentId, at, actor, what, true)));
        } catch (DuplicateKeyException thereAlready) {
            return;
        }
    }

    private String checked(Instant at, String what) {
        var words = what.strip();
        if (words.isEmpty()) {
            throw new Refused("Write what happened.");
        }
        if (words.length() > LONGEST_ENTRY) {
            throw new Refused("At most " + LONGEST_ENTRY + " characters, please.");
        }
        if (at.isAfter(clock.instant())) {
            throw new Refused("The timeline holds what happened; that time is still to come.");
        }
        return words;
    }

    /** Somebody added an entry. */
    record Noted(String incidentId) implements IncidentEvent {
        @Override
        public String action() {
            return "timeline entry added";
        }
    }
}
