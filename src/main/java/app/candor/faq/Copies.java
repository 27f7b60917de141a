package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** The desk where answers are taken. The copy is on record before the words are handed out. */
@Service
public class Copies {
    static final String UNKNOWN = "unknown";

    private final AggregateStore<Copy> store;
    private final Library library;
    private final AnswerText texts;
    private final Access access;
    private final Clock clock;

    Copies(
            AggregateStores stores,
            MongoTemplate mongo,
            Library library,
            AnswerText texts,
            Access access,
            Clock clock) {
        this.store = stores.of("faq_copies", Copy.class);
        this.library = library;
        this.texts = texts;
        this.access = access;
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
     * @param id chosen by the page; the same id records one copy
     * @param version the one on the page
     * @throws NotFound if there is no such entry for this person
     * @throws Refused if it is not approved now, was replaced meanwhile, or the person may not copy
     */
    public Copied copy(String id, String entryId, int version, String customer, String ticket) {
        var person = access.require(Act.COPY_ANSWER, Guarded.open());
        var entry = library.get(entryId);
        var answer = entry.answer();
        if (answer == null || !entry.isApproved()) {
            throw new Refused("This answer is not approved now, so it was not copied.");
        }
        if (answer.version() != version) {
            throw new Refused(
                    "Version %d replaced this answer while the page was open. Nothing was copied; the new one is shown now."
                            .formatted(answer.version()));
        }
        var copy =
                new Copy(
                        id,
                        entryId,
                        version,
                        person.id(),
                        limited(customer.isBlank() ? UNKNOWN : customer),
                        limited(ticket),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        record(copy, entry);
        return texts.filledIn(answer, customer.isBlank() ? null : limited(customer));
    }

    /** How often this entry was copied, all versions. */
    public long count(String entry) {
        return store.count(Filters.eq("state.entry", entry));
    }

    /** The latest copy of this entry by the person. */
    public Optional<Copy> latest(String entry, String person) {
        return store
                .where(
                        Filters.and(
                                Filters.eq("state.entry", entry),
                                Filters.eq("state.person", person)),
                        Sorts.descending("state.at"),
                        1)
                .stream()
                .findFirst();
    }

    /** Every copy of an entry, for those who read the incident or write answers. */
    public List<Copy> of(String entry) {
        library.get(entry);
        return store.where(Filters.eq("state.entry", entry), Sorts.descending("state.at"), 500);
    }

    private void record(Copy copy, Entry entry) {
        try {
            store.insert(
                    copy.id(),
                    Change.of(
                            copy, new AnswerCopied(entry.id(), entry.incident(), copy.version())));
        } catch (DuplicateKeyException sentTwice) {
            return;
        }
    }

    private static String limited(String typed) {
        var stripped = typed.strip();
        if (stripped.length() > 120) {
            throw new Refused("Customer and ticket have at most 120 characters each.");
        }
        return stripped;
    }
}
