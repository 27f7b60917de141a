package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** The desk where answers are taken. The copy is on record before the words are handed out. */
@Service
public class Copies {
    static final String UNKNOWN = "unknown";
    private static final int LONGEST = 120;
    private static final int SHOWN = 500;
    private static final Bson HANDED_OUT = Filters.ne("state.refused", true);

    private final AggregateStore<Copy> store;
    private final Library library;
    private final AnswerText texts;
    private final Access access;
    private final People people;
    private final Clock clock;

    Copies(
            AggregateStores stores,
            MongoTemplate mongo,
            Library library,
            AnswerText texts,
            Access access,
            People people,
            Clock clock) {
        this.store = stores.of("faq_copies", Copy.class, OlderShapes::copy);
        this.library = library;
        this.texts = texts;
        this.access = access;
        this.people = people;
        this.clock = clock;
        mongo.indexOps("faq_copies").createIndex(new Index().on("state.entry", Sort.Direction.ASC));
    }

    /**
     * What goes to the clipboard.
     *
     * @param html for rich-text fields
     * @param plain for plain ones
     */
    public record Copied(String html, String plain, int version) {}

    /**
     * Records the copy and hands out the words with the customer's name filled in.
     *
     * <p>The record comes first and the answer is looked at again after it. So whatever ends an
     * answer either finds the copy, or was seen here and nothing was handed out.
     *
     * @param id chosen by the page; the same id records one copy
     * @param version the one on the page
     * @throws NotFound if there is no such entry for this person
     * @throws Refused if it is not approved now, was replaced meanwhile, or the person may not copy
     */
    public Copied copy(String id, String entryId, int version, String customer, String ticket) {
        var person = access.require(Act.COPY_ANSWER, Guarded.open());
        var answer = requireUsable(entryId, version);
        var copy =
                new Copy(
                        id,
                        entryId,
                        version,
                        person.id(),
                        limited(customer.isBlank() ? UNKNOWN : customer),
                        limited(ticket),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        false);
        var incident = library.find(entryId).map(Entry::incident).orElse(null);
        record(copy, new AnswerCopied(entryId, incident, version));
        try {
            requireUsable(entryId, version);
        } catch (Refused endedMeanwhile) {
            store.change(
                    id,
                    kept ->
                            Change.of(
                                    kept.notHandedOut(),
                                    new CopyRefused(entryId, incident, version)));
            throw endedMeanwhile;
        }
        return texts.filledIn(
                answer,
                new Placeholders(
                        limited(customer),
                        copy.ticket(),
                        LocalDate.ofInstant(copy.at(), ZoneOffset.UTC)));
    }

    /** How often this entry was copied, all versions. */
    public long count(String entry) {
        library.get(entry);
        return store.count(Filters.and(Filters.eq("state.entry", entry), HANDED_OUT));
    }

    /** Of {@link #count}, those for a customer whom nobody named. */
    public long countUnknown(String entry) {
        library.get(entry);
        return store.count(
                Filters.and(
                        Filters.eq("state.entry", entry),
                        Filters.eq("state.customer", UNKNOWN),
                        HANDED_OUT));
    }

    /** The latest copy of this entry by the current person. */
    public Optional<Copy> latestOfMine(String entry) {
        return mine(entry).stream().findFirst();
    }

    /**
     * Copies of an entry, latest first, at most 500: all of them for who may see copies and read
     * its incident, else the current person's own.
     *
     * @throws NotFound if there is no such entry for this person
     */
    public List<Copy> of(String entry) {
        var seen = library.get(entry);
        var whole = library.find(entry).orElseThrow(NotFound::new);
        return access.may(Act.SEE_COPIES, library.guarded(whole.incident()))
                ? where(Filters.eq("state.entry", entry))
                : mine(seen.id());
    }

    /** Of an entry up to a version, oldest first; checks no rights. */
    List<Copy> upTo(String entry, int version) {
        return store.where(
                Filters.and(
                        Filters.eq("state.entry", entry),
                        Filters.lte("state.version", version),
                        HANDED_OUT),
                Sorts.ascending("state.at"),
                0);
    }

    /** One by its id; checks no rights. */
    Optional<Copy> find(String id) {
        return store.find(id);
    }

    private List<Copy> mine(String entry) {
        return where(
                Filters.and(
                        Filters.eq("state.entry", entry),
                        Filters.eq("state.person", people.current().id())));
    }

    private List<Copy> where(Bson filter) {
        return store.where(Filters.and(filter, HANDED_OUT), Sorts.descending("state.at"), SHOWN);
    }

    private Answer requireUsable(String entryId, int version) {
        var entry = library.get(entryId);
        var answer = entry.answer();
        if (answer == null || !answer.isForCustomers()) {
            throw new Refused("There is no answer for customers here, so nothing was copied.");
        }
        if (answer.version() != version) {
            throw new Refused(
                    "Version %d was replaced while the page was open. Nothing was copied; version %d is shown now."
                            .formatted(version, answer.version()));
        }
        var block = entry.blocked();
        if (block != null) {
            throw new Refused("Do not give this answer now, it was not copied. " + block.cause());
        }
        if (!entry.isUsable(clock.instant())) {
            throw new Refused(
                    "This answer has to be verified again before anybody gives it. It was not copied.");
        }
        return answer;
    }

    private void record(Copy copy, AnswerCopied told) {
        try {
            store.insert(copy.id(), Change.of(copy, told));
        } catch (DuplicateKeyException sentTwice) {
            var kept = store.get(copy.id());
            if (!kept.repeats(copy)) {
                throw new Refused("This copy is on record for something else. Copy again.");
            }
            if (kept.refused()) {
                throw new Refused("The answer changed when you copied it. Copy the new one.");
            }
        }
    }

    private static String limited(String typed) {
        var stripped = typed.strip();
        if (stripped.length() > LONGEST) {
            throw new Refused("Customer and ticket have at most 120 characters each.");
        }
        return stripped;
    }
}
