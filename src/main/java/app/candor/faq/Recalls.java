package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.comms.ReleasedTexts;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.nodes.Entities;
import org.springframework.stereotype.Service;

/**
 * The desk where outdated answers are set right with those who were given them. A recall is its
 * owner's, and of those who see copies and read its incident; for everybody else it does not exist.
 */
@Service
public class Recalls {
    private final RecallStore store;
    private final Library library;
    private final Copies copies;
    private final RecallSheets sheets;
    private final ReleasedTexts released;
    private final OpenedRecalls opened;
    private final Access access;
    private final People people;
    private final Policies policies;
    private final Clock clock;

    Recalls(
            RecallStore store,
            Library library,
            Copies copies,
            RecallSheets sheets,
            ReleasedTexts released,
            OpenedRecalls opened,
            Access access,
            People people,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.library = library;
        this.copies = copies;
        this.sheets = sheets;
        this.released = released;
        this.opened = opened;
        this.access = access;
        this.people = people;
        this.policies = policies;
        this.clock = clock;
    }

    /** Open ones of mine, most urgent first. */
    public List<Recall> mine() {
        return store.openOf(people.current().id());
    }

    /** As {@link #mine} for a person whose page is drawn. */
    public List<Recall> openOf(Person person) {
        return store.openOf(person.id());
    }

    /** Those of {@link #openOf} whose duty the person is not shown. */
    public List<Recall> beyondDuties(Person person) {
        return store.openOf(person.id()).stream().filter(opened::isHiddenDuty).toList();
    }

    /** Of mine that are over, latest first. */
    public List<Recall> over(int limit) {
        return store.endedOf(people.current().id(), limit);
    }

    /** All of an entry, for who may see its copies; else one's own. */
    public List<Recall> of(String entry) {
        library.get(entry);
        return store.ofEntry(entry).stream().filter(this::maySee).toList();
    }

    /** The question, as the current person may have it. */
    public String question(Recall recall) {
        return library.seen(recall.entry()).map(Entry::question).orElse("An answer you gave");
    }

    /**
     * @param id as in its path
     * @throws NotFound if there is none for this person
     */
    public RecallSheet get(String id) {
        var recall = require(id.startsWith(Recall.PREFIX) ? id : Recall.PREFIX + id);
        return sheets.of(recall);
    }

    /**
     * The answer that counts now, behind the sentence that says it is a correction. It is a copy of
     * that answer like any other and is refused wherever that would be.
     *
     * @param copyId chosen by the page; the same id records one copy
     * @param version the one on the page
     */
    public Copies.Copied correction(
            String id, String copyId, int version, String customer, String ticket) {
        var recall = requireMine(id);
        var whole = library.find(recall.entry()).orElseThrow(NotFound::new);
        var now =
                sheets.replacement(whole)
                        .orElseThrow(() -> new Refused("No approved answer replaces it yet."));
        var copied = copies.copy(copyId, now.id(), version, customer, ticket);
        var before = policies.faq().correction();
        return new Copies.Copied(
                "<p>" + Entities.escape(before) + "</p>\n" + copied.html(),
                before + "\n\n" + copied.plain(),
                copied.version());
    }

    /** All customers concerned were told. */
    public Recall done(String id) {
        var recall = requireMine(id);
        return store.change(
                recall.id(), open -> open.end(Recall.How.DONE, me(), "", clock.instant()));
    }

    /**
     * @throws Refused without a reason
     */
    public Recall notNeeded(String id, String reason) {
        var recall = requireMine(id);
        if (reason.isBlank()) {
            throw new Refused("Say why nobody has to be told. The record keeps your words.");
        }
        return store.change(
                recall.id(),
                open -> open.end(Recall.How.NOT_NEEDED, me(), reason, clock.instant()));
    }

    /**
     * Gives it to somebody else who may copy the answer.
     *
     * @throws Refused if they may not
     */
    public Recall passOn(String id, String person) {
        var recall = require(id);
        var next = people.find(person).orElseThrow(NotFound::new);
        if (!takers(recall).contains(next)) {
            throw new Refused(next.name() + " cannot give this answer, so not correct it either.");
        }
        return store.change(recall.id(), open -> open.passTo(next.id()));
    }

    /** To whom it can be passed on, by name. */
    public List<Person> takers(Recall recall) {
        var whole = library.find(recall.entry()).orElseThrow(NotFound::new);
        return people.all().stream()
                .filter(person -> !person.id().equals(recall.owner()))
                .filter(person -> access.may(person, Act.COPY_ANSWER, Guarded.open()))
                .filter(person -> library.seenBy(person, whole).isPresent())
                .toList();
    }

    /** Whether the current person signed the answer of this entry and may call it harmless. */
    public boolean mayCallHarmless(Entry entry) {
        var answer = library.find(entry.id()).map(Entry::answer).orElse(null);
        return answer != null
                && answer.version() > 1
                && !store.openOfEntry(entry.id()).isEmpty()
                && released.signerIds(answer.draft()).contains(me());
    }

    /**
     * A signer says after the release that the change is one of spelling; open recalls end.
     *
     * @throws Refused unless the current person's signature is under the answer
     */
    public void callHarmless(String entryId) {
        var entry = library.get(entryId);
        if (!mayCallHarmless(entry)) {
            throw new Refused("Only who signed this version can call its change harmless.");
        }
        var me = people.current();
        library.change(
                entryId,
                latest ->
                        latest.callHarmless(
                                me.id(),
                                me.name(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Recall require(String id) {
        return store.find(id).filter(this::maySee).orElseThrow(NotFound::new);
    }

    private Recall requireMine(String id) {
        var recall = require(id);
        if (!recall.owner().equals(me())) {
            throw new Refused("This recall is somebody else's. They or you can pass it on.");
        }
        return recall;
    }

    private boolean maySee(Recall recall) {
        return recall.owner().equals(me())
                || access.may(Act.SEE_COPIES, library.guarded(recall.incident()));
    }

    private String me() {
        return people.current().id();
    }
}
