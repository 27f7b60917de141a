package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.comms.ReleasedTexts;
import app.candor.comms.rendering.TextChanges;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
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
    private final AnswerText texts;
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
            AnswerText texts,
            ReleasedTexts released,
            OpenedRecalls opened,
            Access access,
            People people,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.library = library;
        this.copies = copies;
        this.texts = texts;
        this.released = released;
        this.opened = opened;
        this.access = access;
        this.people = people;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A recall as its owner works on it.
     *
     * @param entry with the answer that counts now, as the reader may have it
     * @param given what was given to whom, by version, newest first
     * @param corrected ids of copies whose customer was given the answer that counts now
     * @param cause why it was taken out of use; null where a new version replaced it
     */
    public record Sheet(
            Recall recall,
            Entry entry,
            List<Given> given,
            Set<String> corrected,
            @Nullable Block cause,
            String correction,
            boolean usable) {}

    /**
     * One outdated version.
     *
     * @param changes from it to the answer that counts now; all of it removed where none does
     */
    public record Given(int version, List<TextChanges.Changed> changes, List<Copy> copies) {}

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
    public Sheet get(String id) {
        var recall = require(id.startsWith(Recall.PREFIX) ? id : Recall.PREFIX + id);
        var whole = library.find(recall.entry()).orElseThrow(NotFound::new);
        var now = replacement(whole).flatMap(entry -> library.seen(entry.id()));
        var shown = now.or(() -> library.seen(whole.id())).orElseThrow(NotFound::new);
        var usable = now.filter(entry -> entry.isUsable(clock.instant())).isPresent();
        return new Sheet(
                recall,
                shown,
                given(recall, whole, usable ? shown.answer() : null),
                usable ? corrected(recall, shown) : Set.of(),
                library.seen(whole.id()).map(Entry::blocked).orElse(null),
                policies.faq().correction(),
                usable);
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
                replacement(whole)
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

    private List<Given> given(Recall recall, Entry whole, @Nullable Answer now) {
        var byVersion = new TreeMap<Integer, List<Copy>>();
        for (var id : recall.copies()) {
            copies.find(id)
                    .filter(copy -> !copy.refused())
                    .ifPresent(copy ->
                            byVersion
                                    .computeIfAbsent(copy.version(), none -> new ArrayList<>())
                                    .add(copy));
        }
        return byVersion.descendingMap().entrySet().stream()
                .map(one ->
                        new Given(
                                one.getKey(),
                                whole.version(one.getKey())
                                        .map(before ->
                                                TextChanges.between(
                                                        texts.blocks(before),
                                                        now == null
                                                                ? List.of()
                                                                : texts.blocks(now)))
                                        .orElse(List.of()),
                                one.getValue()))
                .toList();
    }

    /** By the copies that the owner took of the answer since, for the same customer and ticket. */
    private Set<String> corrected(Recall recall, Entry now) {
        var answer = now.answer();
        var since =
                answer == null
                        ? List.<Copy>of()
                        : copies.upTo(now.id(), answer.version()).stream()
                                .filter(copy -> copy.version() == answer.version())
                                .filter(copy -> copy.person().equals(recall.owner()))
                                .filter(copy -> copy.at().isAfter(recall.openedAt()))
                                .toList();
        return recall.copies().stream()
                .flatMap(id -> copies.find(id).stream())
                .filter(given ->
                        since.stream()
                                .anyMatch(copy ->
                                        copy.customer().equalsIgnoreCase(given.customer())
                                                && copy.ticket().equals(given.ticket())))
                .map(Copy::id)
                .collect(Collectors.toSet());
    }

    /** The entry whose answer counts instead; empty where none is approved. */
    private Optional<Entry> replacement(Entry whole) {
        var other = whole.other();
        return (other == null ? Optional.of(whole) : library.find(other))
                .filter(entry -> entry.isUsable(clock.instant()));
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
