package app.candor.coedit.margin;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.coedit.NoSuchText;
import app.candor.coedit.TextHome;
import app.candor.coedit.Texts;
import app.candor.coedit.margin.MarginNote.Message;
import app.candor.coedit.margin.MarginNote.Place;
import app.candor.coedit.margin.MarginNote.Standing;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.prosemirror.InvalidDocument;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk where people comment on a text. Suggested changes are the matter of {@link Suggestions}.
 */
@Service
public class MarginDesk {
    private final AggregateStore<MarginNote> store;
    private final MarginRights rights;
    private final NotePlaces places;
    private final Mentions mentions;
    private final Texts texts;
    private final Duties duties;
    private final People people;
    private final Clock clock;

    MarginDesk(
            AggregateStores stores,
            MongoTemplate mongo,
            MarginRights rights,
            NotePlaces places,
            Mentions mentions,
            Texts texts,
            Duties duties,
            People people,
            Clock clock) {
        this.store = stores.of("margin_notes", MarginNote.class);
        this.rights = rights;
        this.places = places;
        this.mentions = mentions;
        this.texts = texts;
        this.duties = duties;
        this.people = people;
        this.clock = clock;
        mongo.indexOps("margin_notes")
                .createIndex(new Index().on("state.text", Sort.Direction.ASC));
    }

    /**
     * What stands open beside the newest version, oldest first.
     *
     * @throws app.candor.access.NotFound if the current person may not read the text
     */
    public List<PlacedNote> open(String textId) {
        rights.reader(textId);
        return places.now(textId, all(textId).stream().filter(MarginNote::isOpen).toList());
    }

    /** What was settled, newest first. */
    public List<MarginNote> settled(String textId) {
        rights.reader(textId);
        return all(textId).stream().filter(note -> !note.isOpen()).toList().reversed();
    }

    /** How many open notes there are; the caller has asked for access. */
    public long count(String textId) {
        return all(textId).stream().filter(MarginNote::isOpen).count();
    }

    /**
     * @throws app.candor.access.NotFound if there is none for this person
     */
    public MarginNote get(String id) {
        var note = store.get(id);
        rights.reader(note.text());
        return note;
    }

    /**
     * Comments on words of the text.
     *
     * @param id chosen by the page
     * @param seq version that the positions are of
     * @throws Refused if the place is not in the text, or nothing is said
     */
    public MarginNote comment(String textId, String id, long seq, int from, int to, String words) {
        var person = rights.reader(textId);
        var place = place(textId, seq, from, to);
        var message = message(textId, person, id + "-1", words);
        return insert(
                new MarginNote(
                        id,
                        textId,
                        incident(textId),
                        person.id(),
                        clock.instant(),
                        place,
                        null,
                        List.of(message),
                        new Standing.Open(),
                        null),
                "commented");
    }

    /**
     * @param messageId chosen by the page, so that sending it twice says it once
     */
    public MarginNote reply(String id, String messageId, String words) {
        var note = get(id);
        var message = message(note.text(), people.current(), messageId, words);
        return store.change(id, now -> now.reply(message));
    }

    /**
     * @throws Refused unless it is the reader's own or they may write the text, and without a
     *     reason
     */
    public MarginNote resolve(String id, String reason) {
        var person = concerned(id);
        return store.change(id, note -> note.resolve(person.id(), reason, clock.instant()));
    }

    public MarginNote reopen(String id) {
        concerned(id);
        return store.change(id, MarginNote::reopen);
    }

    /**
     * Makes a task of a comment; it stays open until somebody resolves it.
     *
     * @param title what to do, a verb first
     * @param owner person id; they have to be able to read the text
     * @throws Refused if the owner may not read it, or the title is empty
     */
    public MarginNote makeTask(String id, String title, String owner, @Nullable Instant due) {
        var note = get(id);
        var taker = people.find(owner).orElseThrow(() -> new Refused("Choose who does it."));
        if (!rights.of(taker, note.text()).mayRead()) {
            throw new Refused(taker.name() + " may not read this text. Choose somebody who may.");
        }
        if (title.isBlank()) {
            throw new Refused("Say what is to be done.");
        }
        var home = rights.home(note.text()).orElseThrow(app.candor.access.NotFound::new);
        var duty = "comment:" + id;
        duties.owe(
                new Duty(
                        duty,
                        "task",
                        home.incident(),
                        home.guarded(),
                        QuotedWords.shortened(title.strip()),
                        home.path(),
                        owner,
                        null,
                        due,
                        false,
                        new Duty.State.Open()));
        return store.change(id, now -> now.becomes(duty));
    }

    MarginNote insert(MarginNote note, String what) {
        var event =
                new MarginChanged(
                        note.id(),
                        note.text(),
                        note.incident(),
                        what,
                        note.messages().isEmpty() ? "" : note.messages().getLast().id());
        try {
            return store.insert(note.id(), Change.of(note, event));
        } catch (DuplicateKeyException sentTwice) {
            var first = store.get(note.id());
            if (!first.author().equals(note.author()) || !first.text().equals(note.text())) {
                throw new Refused("Nothing was kept: send it again.");
            }
            return first;
        }
    }

    MarginNote change(String id, Function<MarginNote, Change<MarginNote>> transition) {
        return store.change(id, transition);
    }

    List<MarginNote> all(String textId) {
        return store.where(Filters.eq("state.text", textId), Sorts.ascending("state.at"), 0);
    }

    @Nullable String incident(String textId) {
        return rights.home(textId).map(TextHome.Place::incident).orElse(null);
    }

    Message message(String textId, Person author, String id, String words) {
        return Message.of(id, author.id(), clock.instant(), words, mentions.in(words, textId));
    }

    private Place place(String textId, long seq, int from, int to) {
        try {
            var doc = texts.at(textId, seq).doc();
            if (from < 0 || from >= to || to > doc.content().size()) {
                throw new Refused("Mark the words first that the comment is about.");
            }
            return new Place(seq, from, to, new QuotedWords(doc).between(from, to));
        } catch (NoSuchText | InvalidDocument elsewhere) {
            throw new Refused("The text moved on. Mark the words again; nothing was kept.");
        }
    }

    private Person concerned(String id) {
        var note = get(id);
        var person = people.current();
        return note.people().contains(person.id()) ? person : rights.writer(note.text());
    }
}
