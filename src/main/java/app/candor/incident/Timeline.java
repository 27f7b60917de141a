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
import java.util.Locale;
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
                    var id = UUID.randomUUID().toString();
                    var entry =
                            new TimelineEntry(
                                    id,
                                    incidentId,
                                    at,
                                    person.id(),
                                    checked(at, what),
                                    false,
                                    List.of());
                    return store.insert(id, Change.of(entry, new Noted(incidentId, "added")));
                });
    }

    /**
     * Mends what a person added; the earlier words and time stay readable. What the portal wrote by
     * itself stays as it is.
     *
     * @param seen the words as the person read them: if they moved on, nothing is changed
     * @throws Refused if the portal wrote it, if it changed meanwhile, or as {@link #add} does
     */
    public TimelineEntry mend(String id, String seen, Instant at, String what) {
        var incidentId = store.get(id).incidentId();
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var person = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    var words = checked(at, what);
                    return store.change(
                            id,
                            entry -> {
                                requireMendable(entry, seen);
                                return Change.of(
                                        entry.mended(at, words, person.id(), clock.instant()),
                                        new Noted(incidentId, "changed"));
                            });
                });
    }

    /**
     * Part of the timeline, newest first: a page never holds all of a long one.
     *
     * @param wanted which entries
     * @param limit at most this many
     */
    public List<TimelineEntry> latest(String incidentId, Wanted wanted, int limit) {
        access.require(Act.READ, incidents.guarded(incidentId));
        var filter = Filters.eq("state.incidentId", incidentId);
        if (wanted.by() != Wanted.By.ANYBODY) {
            filter =
                    Filters.and(
                            filter, Filters.eq("state.bySystem", wanted.by() == Wanted.By.PORTAL));
        }
        if (wanted.words().isBlank()) {
            return store.where(filter, Sorts.descending("state.at"), limit);
        }
        var words = wanted.words().strip().toLowerCase(Locale.ROOT);
        return store.where(filter, Sorts.descending("state.at"), 0).stream()
                .filter(entry -> entry.what().toLowerCase(Locale.ROOT).contains(words))
                .limit(limit)
                .toList();
    }

    /**
     * Which entries are wanted.
     *
     * @param words that stand in them; empty for all
     */
    public record Wanted(String words, By by) {
        /** Who made an entry. */
        public enum By {
            ANYBODY,
            PORTAL,
            PEOPLE
        }
    }

    private static void requireMendable(TimelineEntry entry, String seen) {
        if (entry.bySystem()) {
            throw new Refused("Candor wrote this entry itself; add one of your own beside it.");
        }
        if (!entry.what().equals(seen)) {
            throw new Refused(
                    "Somebody changed this entry while you wrote; it says now: “"
                            + entry.what()
                            + "”. Theirs is kept.");
        }
    }

    /**
     * Adds what another module did; a repeat of the same id changes nothing.
     *
     * @param id of the event behind it
     * @param actor person id, {@code system} for the portal
     */
    public void record(String id, String incidentId, Instant at, String actor, String what) {
        try {
            store.insert(
                    id,
                    Change.of(new TimelineEntry(id, incidentId, at, actor, what, true, List.of())));
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

    /** Somebody added or changed an entry. */
    record Noted(String incidentId, String what) implements IncidentEvent {
        @Override
        public String action() {
            return "timeline entry " + what;
        }
    }
}
