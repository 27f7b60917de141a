package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.comms.Draft;
import app.candor.comms.Drafts;
import app.candor.comms.NewDraft;
import app.candor.incident.Incidents;
import app.candor.policy.Policies;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk where questions are added and their answers begun, read and blocked.
 *
 * <p>An approved answer reaches those whom its release names even when the incident is restricted,
 * and then as it was signed: without the incident, the note, the wordings or who wrote it. An entry
 * whole is handed to those only who may read its incident.
 */
@Service
public class Library {
    private final AggregateStore<Entry> store;
    private final Drafts drafts;
    private final Incidents incidents;
    private final Policies policies;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Library(
            AggregateStores stores,
            MongoTemplate mongo,
            Drafts drafts,
            Incidents incidents,
            Policies policies,
            Access access,
            People people,
            Clock clock) {
        this.store = stores.of("faq_entries", Entry.class);
        this.drafts = drafts;
        this.incidents = incidents;
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.clock = clock;
        var indexes = mongo.indexOps("faq_entries");
        indexes.createIndex(new Index().on("state.incident", Sort.Direction.ASC));
        indexes.createIndex(new Index().on("state.verification.dueAt", Sort.Direction.ASC));
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
                        id, question, incident, doNotSay, pertinentNegative, person.id(), now());
        store.insert(id, added(entry));
        return write(id);
    }

    /** What belongs to no incident is looked at again by whoever began it, unless others do. */
    private Change<Entry> added(Entry entry) {
        var told = entry.event("question added");
        return entry.incident() != null
                ? Change.of(entry, told)
                : entry.next()
                        .verification(
                                Verification.from(
                                        entry.begunBy(),
                                        policies.faq().verifyEveryDays(),
                                        entry.begunAt()))
                        .telling(told);
    }

    /**
     * Begins the next answer of an entry. It passes at least the gates of the answers before it.
     *
     * @throws Refused if one is being written already
     */
    public Entry write(String id) {
        var entry = requireWriter(id);
        entry.drafting("");
        var draft = drafts.begin(nextAnswer(entry));
        return store.change(id, latest -> latest.drafting(draft.id()));
    }

    /** An entry that is always valid, begun from one of an open incident; its draft is not. */
    Entry addEvergreen(Entry from) {
        var id = randomId();
        var begun =
                Entry.begun(
                        id,
                        from.question(),
                        null,
                        from.doNotSay(),
                        from.pertinentNegative(),
                        people.current().id(),
                        now());
        var next = begun.next().atLeast(from.atLeast());
        from.wordings().forEach(next::wording);
        return store.insert(id, added(next.telling().state()));
    }

    /**
     * Adds a question that came in a file, with the first words of its answer; what is there of it
     * already is completed, never changed.
     *
     * @param id the same for the same row
     * @param incident id; null for one that is always valid
     */
    Entry addImported(String id, ImportRow row, @Nullable String incident) {
        var person = access.require(Act.DRAFT, guarded(incident));
        if (store.find(id).isEmpty()) {
            var entry =
                    Entry.begun(
                            id,
                            row.question(),
                            incident,
                            row.doNotSay(),
                            false,
                            person.id(),
                            now());
            try {
                store.insert(id, added(entry));
            } catch (DuplicateKeyException sentTwice) {
                return store.get(id);
            }
        }
        for (var wording : row.wordings()) {
            store.change(id, entry -> entry.alsoAskedAs(wording));
        }
        var entry = store.get(id);
        if (entry.draft() != null || entry.answer() != null) {
            return entry;
        }
        var draft = drafts.begin(nextAnswer(entry).beginningWith(LineMarkup.read(row.answer())));
        return store.change(id, latest -> latest.drafting(draft.id()));
    }

    /** Another way in which people ask it, for searching. */
    public Entry alsoAskedAs(String id, String wording) {
        requireWriter(id);
        return store.change(id, entry -> entry.alsoAskedAs(wording));
    }

    /**
     * Takes the answer out of use at once; everyone who copied it owes a word to whom they gave it.
     *
     * @throws Refused without a reason or without an answer
     */
    public Entry withdraw(String id, String reason) {
        var entry = requireWriter(id);
        var person = people.current();
        if (reason.isBlank()) {
            throw new Refused("Say why it is withdrawn. Those who copied it read your words.");
        }
        if (entry.answer() == null) {
            throw new Refused("There is no approved answer to withdraw.");
        }
        return store.change(
                id,
                latest ->
                        latest.block(
                                Block.Kind.WITHDRAWN,
                                "Withdrawn: " + reason.strip(),
                                person.id(),
                                now()));
    }

    /**
     * As the reader may have it: whole, or as released.
     *
     * @throws NotFound if there is none for this person
     */
    public Entry get(String id) {
        return seen(id).orElseThrow(NotFound::new);
    }

    /** As {@link #get}; empty if there is none for this person. */
    Optional<Entry> seen(String id) {
        return people.signedIn()
                .flatMap(person -> store.find(id).flatMap(entry -> seenBy(person, entry)));
    }

    /** All of an incident that the reader may see, in the order in which they were added. */
    public List<Entry> ofIncident(String incident) {
        var reader = people.current();
        return store
                .where(Filters.eq("state.incident", incident), Sorts.ascending("state.begunAt"), 0)
                .stream()
                .flatMap(entry -> seenBy(reader, entry).stream())
                .toList();
    }

    /** Those of no incident, in the order in which they were added. */
    public List<Entry> evergreen() {
        var reader = people.current();
        return store
                .where(Filters.eq("state.incident", null), Sorts.ascending("state.begunAt"), 0)
                .stream()
                .flatMap(entry -> seenBy(reader, entry).stream())
                .toList();
    }

    /** Whether the reader may know which incident it belongs to. */
    public boolean mayNameIncident(Entry entry) {
        return entry.incident() != null && access.may(Act.SEE_EXISTENCE, guarded(entry.incident()));
    }

    /** Whether the current person may begin, change or withdraw its answer. */
    public boolean mayWrite(Entry entry) {
        return find(entry.id())
                .filter(whole -> access.may(Act.DRAFT, guarded(whole.incident())))
                .isPresent();
    }

    boolean visible(Entry entry) {
        return people.signedIn().flatMap(person -> seenBy(person, entry)).isPresent();
    }

    /** What this person has of an entry; empty where it does not exist for them. */
    Optional<Entry> seenBy(Person person, Entry entry) {
        var guarded = guarded(entry.incident());
        if (access.may(person, Act.READ, guarded)) {
            return Optional.of(entry);
        }
        var answer = entry.answer();
        return answer != null && answer.reaches(person)
                ? Optional.of(entry.asReleased(access.may(person, Act.SEE_EXISTENCE, guarded)))
                : Optional.empty();
    }

    /** One entry; checks no rights. */
    Optional<Entry> find(String id) {
        return store.find(id);
    }

    /** Every entry, one at a time; checks no rights. */
    void forEach(Consumer<Entry> each) {
        store.forEach(each);
    }

    /** Those whose time to be verified came before that moment; checks no rights. */
    List<Entry> verificationDue(Instant before) {
        return store.where(Filters.lt("state.verification.dueAt", Date.from(before)), null, 0);
    }

    /** Checks no rights: for what events bring about, and for desks that asked. */
    Entry change(String id, Function<Entry, Change<Entry>> transition) {
        return store.change(id, transition);
    }

    /** Of an incident; checks no rights. */
    List<Entry> belongingTo(String incident) {
        return store.where(Filters.eq("state.incident", incident), null, 0);
    }

    /**
     * @throws NotFound if there is none for this person
     * @throws Refused if they may not write answers
     */
    Entry requireWriter(String id) {
        var entry = store.find(id).orElseThrow(NotFound::new);
        access.require(Act.DRAFT, guarded(entry.incident()));
        return entry;
    }

    Guarded guarded(@Nullable String incident) {
        return incident == null ? Guarded.open() : incidents.guarded(incident);
    }

    /** Begins with the words that stand now, if there are some. */
    private NewDraft nextAnswer(Entry entry) {
        var fresh = NewDraft.answer(entry.incident(), entry.id(), entry.question(), gates(entry));
        var answer = entry.answer();
        return answer == null
                ? fresh
                : new NewDraft(
                        fresh.kind(),
                        fresh.incident(),
                        fresh.owner(),
                        answer.question(),
                        fresh.audience(),
                        fresh.atLeast(),
                        Node.fromJson(Schema.candor(), answer.document()),
                        null);
    }

    /** The highest class that any of its answers was begun at. */
    private SeverityClass gates(Entry entry) {
        return drafts.ofOwner(entry.id()).stream()
                .map(Draft::highestClass)
                .reduce(entry.atLeast(), SeverityClass::worse);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String randomId() {
        var bytes = new byte[9];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
