package app.candor.faq;

import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.comms.Draft;
import app.candor.comms.Review;
import app.candor.comms.Seen;
import app.candor.comms.Signing;
import app.candor.comms.SigningNote;
import app.candor.comms.TextMoved;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks signers of a new answer whether those who gave the older one have to tell their customers.
 * Said at signing, it counts at release if the same person's signature is under that revision.
 */
@Component
class HarmlessNote implements SigningNote {
    private final Library library;
    private final Copies copies;
    private final Signing signing;
    private final People people;
    private final Clock clock;

    HarmlessNote(Library library, Copies copies, Signing signing, People people, Clock clock) {
        this.library = library;
        this.copies = copies;
        this.signing = signing;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<Note> of(Draft draft) {
        var owner = draft.owner();
        var review = draft.review();
        if (owner == null || review.isEmpty()) {
            return Optional.empty();
        }
        return library.find(owner)
                .flatMap(entry -> Optional.ofNullable(entry.answer()).map(now -> note(entry, now)))
                .filter(note -> !note.text().isEmpty())
                .map(note -> forSigner(note, draft));
    }

    private Note note(Entry entry, Answer now) {
        var given = copies.upTo(entry.id(), now.version());
        if (given.isEmpty()) {
            return new Note("", "", false);
        }
        var people = given.stream().map(Copy::person).distinct().count();
        return new Note(
                "It replaces version %d, which was copied %s. Once it is released, %s asked to tell those customers."
                        .formatted(
                                now.version(),
                                given.size() == 1 ? "once" : given.size() + " times",
                                people == 1 ? "one person is" : people + " people are"),
                "Only spelling or form changed: nobody has to be told",
                false);
    }

    private Note forSigner(Note note, Draft draft) {
        var said = library.find(String.valueOf(draft.owner())).map(Entry::harmless).orElse(null);
        var hash = draft.review().map(Review::hash).orElse("");
        if (said != null && said.hash().equals(hash)) {
            return new Note(
                    note.text() + " " + said.name() + " says that only spelling or form changed.",
                    said.by().equals(people.current().id()) ? note.choice() : "",
                    true);
        }
        return new Note(note.text(), maySay(draft) ? note.choice() : "", false);
    }

    private boolean maySay(Draft draft) {
        var me = people.current();
        return !signing.waitingFor(draft, me).isEmpty()
                || draft.review()
                        .filter(review ->
                                review.signatures().stream()
                                        .anyMatch(one -> one.person().equals(me.id())))
                        .isPresent();
    }

    @Override
    public void choose(Draft draft, Seen seen, boolean chosen) {
        var review = draft.review().orElseThrow(TextMoved::new);
        if (!review.hash().equals(seen.hash())) {
            throw new TextMoved();
        }
        if (!maySay(draft)) {
            throw new Refused("Only who signs this version can say that.");
        }
        var me = people.current();
        var word =
                new Harmless(
                        seen.hash(),
                        me.id(),
                        me.name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        library.change(String.valueOf(draft.owner()), entry -> entry.say(chosen ? word : null));
    }
}
