package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final EntryStore store;
    private final Beginnings beginnings;
    private final Access access;
    private final People people;
    private final Clock clock;

    Library(EntryStore store, Beginnings beginnings, Access access, People people, Clock clock) {
        this.store = store;
        this.beginnings = beginnings;
        this.access = access;
        this.people = people;
        this.clock = clock;
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
        return beginnings.add(person, question, incident, doNotSay, pertinentNegative);
    }

    /**
     * Begins the next answer of an entry. It passes at least the gates of the answers before it.
     *
     * @throws Refused if one is being written already
     */
    public Entry write(String id) {
        return beginnings.write(requireWriter(id));
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
        return store.of(incident).stream()
                .flatMap(entry -> seenBy(reader, entry).stream())
                .toList();
    }

    /** Those of no incident, in the order in which they were added. */
    public List<Entry> evergreen() {
        var reader = people.current();
        return store.of(null).stream().flatMap(entry -> seenBy(reader, entry).stream()).toList();
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
        return store.verificationDue(before);
    }

    /** Checks no rights: for what events bring about, and for desks that asked. */
    Entry change(String id, Function<Entry, Change<Entry>> transition) {
        return store.change(id, transition);
    }

    /** Of an incident; checks no rights. */
    List<Entry> belongingTo(String incident) {
        return store.of(incident);
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
        return store.guarded(incident);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
