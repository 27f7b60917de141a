package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.comms.Drafts;
import app.candor.comms.NewDraft;
import app.candor.incident.Incidents;
import app.candor.policy.SeverityClass;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk where questions are added and their answers begun, read and blocked.
 *
 * <p>An approved answer reaches those its release names, customer success and support, even when
 * the incident is restricted, and then without a link to it. Everything else of an entry is seen by
 * who may read its incident.
 */
@Service
public class Library {
    private final AggregateStore<Entry> store;
    private final Drafts drafts;
    private final Incidents incidents;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Library(
            AggregateStores stores,
            MongoTemplate mongo,
            Drafts drafts,
            Incidents incidents,
            Access access,
            People people,
            Clock clock) {
        this.store = stores.of("faq_entries", Entry.class);
        this.drafts = drafts;
        this.incidents = incidents;
        this.access = access;
        this.people = people;
        this.clock = clock;
        mongo.indexOps("faq_entries")
                .createIndex(new Index().on("state.incident", Sort.Direction.ASC));
    }

    /**
     * Adds a question and begins its answer as a draft.
     *
     * @param incident id; null for one that is always valid
     * @throws NotFound if there is no such incident for this person
     * @throws Refused without a question, or if they may not draft
     */
    public Entry add(
            String question,
            @Nullable String incident,
            String doNotSay,
            boolean pertinentNegative) {
        var person = access.require(Act.DRAFT, guarded(incident));
        var id = randomId();
        var entry =
                Entry.begun(
                        id,
                        question,
                        incident,
                        doNotSay,
                        pertinentNegative,
                        person.id(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.insert(id, Change.of(entry, new EntryChanged(id, incident, "question added")));
        return write(id);
    }

    /**
     * Begins the next answer of an entry.
     *
     * @throws Refused if one is being written already
     */
    public Entry write(String id) {
        var entry = store.get(id);
        access.require(Act.DRAFT, guarded(entry.incident()));
        if (entry.draft() != null) {
            throw new Refused("An answer to this question is being written already.");
        }
        var draft =
                drafts.begin(
                        NewDraft.answer(entry.incident(), id, entry.question(), SeverityClass.LOW));
        return store.change(id, latest -> latest.drafting(draft.id()));
    }

    /** Another way in which people ask it, for searching. */
    public Entry alsoAskedAs(String id, String wording) {
        access.require(Act.DRAFT, guarded(store.get(id).incident()));
        return store.change(id, entry -> entry.alsoAskedAs(wording));
    }

    /**
     * Takes the answer out of use at once.
     *
     * @throws Refused without a reason
     */
    public Entry withdraw(String id, String reason) {
        access.require(Act.DRAFT, guarded(store.get(id).incident()));
        if (reason.isBlank()) {
            throw new Refused("Say why it is withdrawn. Those who copied it read your words.");
        }
        return store.change(
                id, entry -> entry.block("Withdrawn: " + reason.strip(), clock.instant()));
    }

    /**
     * @throws NotFound if there is none for this person
     */
    public Entry get(String id) {
        return store.find(id).filter(this::visible).orElseThrow(NotFound::new);
    }

    /** All of an incident that the reader may see, in the order in which they were added. */
    public List<Entry> ofIncident(String incident) {
        return store
                .where(Filters.eq("state.incident", incident), Sorts.ascending("state.begunAt"), 0)
                .stream()
                .filter(this::visible)
                .toList();
    }

    /** Whether the reader may know which incident it belongs to. */
    public boolean mayNameIncident(Entry entry) {
        return entry.incident() != null && access.may(Act.SEE_EXISTENCE, guarded(entry.incident()));
    }

    boolean visible(Entry entry) {
        return people.signedIn().map(person -> visibleTo(person, entry)).orElse(false);
    }

    /** One entry; checks no rights. */
    Optional<Entry> find(String id) {
        return store.find(id);
    }

    /** Every entry; checks no rights. */
    List<Entry> all() {
        return store.where(Filters.empty(), null, 0);
    }

    /** Checks no rights: for what events bring about. */
    void change(String id, Function<Entry, Change<Entry>> transition) {
        store.change(id, transition);
    }

    /** Of an incident; checks no rights. */
    List<Entry> belongingTo(String incident) {
        return store.where(Filters.eq("state.incident", incident), null, 0);
    }

    private boolean visibleTo(Person person, Entry entry) {
        var released =
                entry.answer() != null
                        && person.hasAny(Role.CSM, Role.CS_LEAD, Role.SUPPORT, Role.COMMS_LEAD);
        return released || access.may(person, Act.READ, guarded(entry.incident()));
    }

    private Guarded guarded(@Nullable String incident) {
        return incident == null ? Guarded.open() : incidents.guarded(incident);
    }

    private String randomId() {
        var bytes = new byte[9];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
