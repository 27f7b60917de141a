package app.candor.coedit.margin;

import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.coedit.Attribution;
import app.candor.coedit.NoSuchText;
import app.candor.coedit.TextLocked;
import app.candor.coedit.Texts;
import app.candor.coedit.margin.MarginNote.Message;
import app.candor.coedit.margin.MarginNote.Place;
import app.candor.coedit.margin.MarginNote.Proposal;
import app.candor.coedit.margin.MarginNote.Standing;
import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepWire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The desk of suggested changes.
 *
 * <p>Whoever may read a text may suggest, also while it is locked. Accepting is writing: it takes
 * the right to write an open text, and makes the accepter a writer of it.
 */
@Service
public class Suggestions {
    private static final int MOST_OPEN_EACH = 200;
    private static final int MOST_STEPS = 500;
    private static final int LONGEST_STEPS = 200_000;

    private final MarginDesk desk;
    private final MarginRights rights;
    private final NotePlaces places;
    private final Texts texts;
    private final StepWire wire;
    private final People people;
    private final Clock clock;

    /**
     * What became of several suggestions at once.
     *
     * @param accepted how many are in the text now
     * @param left those that do not fit any more; they stay open
     */
    public record Outcome(int accepted, List<MarginNote> left) {}

    Suggestions(
            MarginDesk desk,
            MarginRights rights,
            NotePlaces places,
            Texts texts,
            StepWire wire,
            People people,
            Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.places = places;
        this.texts = texts;
        this.wire = wire;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Suggests a change.
     *
     * @param id chosen by the page
     * @param seq version that the steps fit
     * @param steps an array of steps as the protocol spells them
     * @param why said beside it; may be empty
     * @throws Refused if the steps do not fit that version, or are too many
     */
    public MarginNote suggest(String textId, String id, long seq, String steps, String why) {
        var person = rights.reader(textId);
        requireRoom(textId, person.id());
        if (steps.length() > LONGEST_STEPS) {
            throw new Refused("This is too much for one suggestion. Suggest it in parts.");
        }
        var proposed = proposed(textId, seq, steps);
        List<Message> said =
                why.isBlank() ? List.of() : List.of(desk.message(textId, person, id + "-1", why));
        return desk.insert(
                new MarginNote(
                        id,
                        textId,
                        desk.incident(textId),
                        person.id(),
                        clock.instant(),
                        proposed.place(),
                        proposed.proposal(),
                        said,
                        new Standing.Open(),
                        null),
                "suggested");
    }

    /**
     * As {@link #accept(String)}, by somebody who looks at the text.
     *
     * @param shown the version they see
     * @throws Refused also if somebody else changed its paragraph since that version
     */
    public MarginNote accept(String id, long shown) {
        var note = desk.get(id);
        var person = rights.writer(note.text());
        if (note.isOpen() && places.changedSince(note, shown, person.id())) {
            throw new Refused(
                    "Somebody changed these words a moment ago. Nothing was accepted and the"
                            + " suggestion is kept: read it again where it stands now.");
        }
        return accept(id);
    }

    /**
     * Writes it into the text in the name of the person who accepts.
     *
     * @throws Refused if the text is locked, or the place of the change is gone
     */
    public MarginNote accept(String id) {
        var note = desk.get(id);
        var person = rights.writer(note.text());
        if (note.standing() instanceof Standing.Accepted) {
            return note;
        }
        desk.change(id, now -> now.accepting(person.id()));
        try {
            var placed = places.now(note);
            if (placed.lost()) {
                throw new InvalidDocument("Nothing is left of its place");
            }
            var version =
                    texts.merge(
                            note.text(),
                            person.id(),
                            Attribution.SUGGESTION + id,
                            placed.seq(),
                            placed.steps());
            return desk.change(
                    id, now -> now.accepted(person.id(), clock.instant(), version.seq()));
        } catch (TextLocked locked) {
            desk.change(id, MarginNote::stillOpen);
            throw new Refused(
                    "The text is locked: "
                            + locked.getMessage()
                            + ". The suggestion is kept and can be accepted once it is open again.");
        } catch (InvalidDocument gone) {
            desk.change(id, MarginNote::stillOpen);
            throw new Refused(
                    "The words that this suggestion would change are not there any more. Reject it,"
                            + " or make the change by hand.");
        }
    }

    /** Accepts what still fits, oldest first. */
    public Outcome acceptAll(String textId) {
        rights.writer(textId);
        var left = new ArrayList<MarginNote>();
        int accepted = 0;
        for (var note : openOnes(textId)) {
            try {
                accept(note.id());
                accepted++;
            } catch (Refused kept) {
                left.add(note);
            }
        }
        return new Outcome(accepted, List.copyOf(left));
    }

    /**
     * @param reason told to its author; may be empty
     * @throws Refused unless the person may write the text
     */
    public MarginNote reject(String id, String reason) {
        var person = rights.writer(desk.get(id).text());
        return desk.change(id, note -> note.reject(person.id(), reason, clock.instant()));
    }

    /**
     * @return how many were rejected
     */
    public int rejectAll(String textId, String reason) {
        rights.writer(textId);
        var open = openOnes(textId);
        open.forEach(note -> reject(note.id(), reason));
        return open.size();
    }

    /**
     * Takes an own suggestion back.
     *
     * @throws Refused if it is somebody else's
     */
    public MarginNote withdraw(String id) {
        if (!desk.get(id).author().equals(people.current().id())) {
            throw new Refused("Only its author can take a suggestion back.");
        }
        return desk.change(id, note -> note.withdraw(clock.instant()));
    }

    private List<MarginNote> openOnes(String textId) {
        return desk.all(textId).stream()
                .filter(note -> note.isSuggestion() && note.isOpen())
                .toList();
    }

    private void requireRoom(String textId, String author) {
        if (openOnes(textId).stream().filter(note -> note.author().equals(author)).count()
                >= MOST_OPEN_EACH) {
            throw new Refused(
                    "%d of your suggestions wait here already. Let a writer look at them first."
                            .formatted(MOST_OPEN_EACH));
        }
    }

    private record Proposed(Place place, Proposal proposal) {}

    private Proposed proposed(String textId, long seq, String json) {
        try {
            List<Step> steps = wire.readAll(Json.parse(json));
            if (steps.isEmpty() || steps.size() > MOST_STEPS) {
                throw new InvalidDocument("No steps, or too many");
            }
            var doc = texts.at(textId, seq).doc();
            var words = ProposedWords.of(doc, steps);
            return new Proposed(
                    new Place(
                            seq,
                            words.from(),
                            words.to(),
                            new QuotedWords(doc).between(words.from(), words.to())),
                    new Proposal(
                            seq,
                            Json.print(wire.writeAll(steps)),
                            words.removed(),
                            words.added(),
                            words.format()));
        } catch (NoSuchText | InvalidDocument unfit) {
            throw new Refused("This change does not fit the text, so it could not be suggested.");
        }
    }
}
