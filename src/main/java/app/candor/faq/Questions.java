package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.faq.index.Wanted;
import app.candor.policy.Policies;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk where staff ask what the library does not answer, and writers see to it. A question of
 * an incident exists for those who may read the incident.
 */
@Service
public class Questions {
    private static final int SIMILAR = 3;

    private final AggregateStore<Question> store;
    private final Library library;
    private final FaqSearch search;
    private final Access access;
    private final People people;
    private final Policies policies;
    private final Clock clock;

    Questions(
            AggregateStores stores,
            MongoTemplate mongo,
            Library library,
            FaqSearch search,
            Access access,
            People people,
            Policies policies,
            Clock clock) {
        this.store = stores.of("faq_questions", Question.class);
        this.library = library;
        this.search = search;
        this.access = access;
        this.people = people;
        this.policies = policies;
        this.clock = clock;
        mongo.indexOps("faq_questions")
                .createIndex(new Index().on("state.entry", Sort.Direction.ASC));
    }

    /**
     * What stands there already.
     *
     * @param answered entries whose answer may be given now
     * @param open questions that others wait for
     */
    public record Similar(List<Entry> answered, List<Question> open) {
        public boolean isEmpty() {
            return answered.isEmpty() && open.isEmpty();
        }
    }

    /** What the current person should look at before asking; at most three of each. */
    public Similar similar(String words) {
        if (words.isBlank()) {
            return new Similar(List.of(), List.of());
        }
        var now = clock.instant();
        return new Similar(
                fitting(words, SIMILAR * 2).stream()
                        .filter(entry -> entry.isUsable(now))
                        .limit(SIMILAR)
                        .toList(),
                waiting().stream()
                        .filter(open -> Likeness.between(words, open.words()))
                        .limit(SIMILAR)
                        .toList());
    }

    /** Entries that the current person may see, those that fit the words best first. */
    public List<Entry> fitting(String words, int limit) {
        return search.find(words, Wanted.Narrowed.NOT, limit).cards().stream()
                .flatMap(card -> library.seen(card.id()).stream())
                .toList();
    }

    /**
     * @param id chosen by the page; the same id asks once
     * @param incident id; null where none is known
     * @throws Refused without words or with more than 200 characters
     */
    public Question ask(String id, String words, @Nullable String incident) {
        var person = access.require(Act.ASK, library.guarded(incident));
        access.require(Act.READ, library.guarded(incident));
        var now = now();
        var question =
                Question.asked(
                        id,
                        words,
                        incident,
                        person.id(),
                        now,
                        now.plus(Duration.ofMinutes(policies.faq().answerWithin())));
        try {
            return store.insert(id, Change.of(question, question.event(QuestionChanged.ASKED)));
        } catch (DuplicateKeyException askedTwice) {
            return get(id);
        }
    }

    /** Waits for it too. */
    public Question join(String id) {
        get(id);
        var me = people.current().id();
        return store.change(id, question -> question.join(me, now()));
    }

    /** Sees to the answer from now on. */
    public Question take(String id) {
        var person = requireWriter(id);
        return store.change(id, question -> question.take(person.id()));
    }

    /**
     * Begins an answer of its own; it goes through the gates like any other.
     *
     * @return the entry, with the draft of its answer
     */
    public Entry write(String id) {
        var person = requireWriter(id);
        var question = store.get(id);
        if (question.entry() != null) {
            return library.get(question.entry());
        }
        var entry = library.add(question.words(), question.incident(), "", false);
        store.change(id, latest -> latest.take(person.id()));
        store.change(id, latest -> latest.answeredBy(entry.id()));
        return entry;
    }

    /** An entry answers it, or is going to; its words become another wording of that entry. */
    public Question pointTo(String id, String entryId) {
        requireWriter(id);
        var entry = library.requireWriter(entryId);
        var question = store.get(id);
        library.alsoAskedAs(entryId, question.words());
        store.change(id, latest -> latest.answeredBy(entryId));
        return entry.isUsable(clock.instant())
                ? store.change(id, latest -> latest.answered(now()))
                : store.get(id);
    }

    /**
     * Ends it without an answer.
     *
     * @throws Refused without a reason
     */
    public Question close(String id, String reason) {
        requireWriter(id);
        return store.change(id, question -> question.close(reason, now()));
    }

    /**
     * @throws NotFound if there is none for this person
     */
    public Question get(String id) {
        return store.find(id).filter(this::visible).orElseThrow(NotFound::new);
    }

    /** Open ones that the current person may see, most urgent first. */
    public List<Question> waiting() {
        return visible(Filters.eq("state.end", null), Sorts.ascending("state.due"), 0);
    }

    /** Ended ones, latest first. */
    public List<Question> over(int limit) {
        return visible(Filters.ne("state.end", null), Sorts.descending("state.end.at"), limit);
    }

    public boolean mayAnswer(Question question) {
        return access.may(Act.DRAFT, library.guarded(question.incident()));
    }

    /** Checks no rights. */
    Question found(String id) {
        return store.get(id);
    }

    /** Open ones that the entry is going to answer; checks no rights. */
    List<Question> waitingFor(String entry) {
        return store.where(
                Filters.and(Filters.eq("state.entry", entry), Filters.eq("state.end", null)),
                null,
                0);
    }

    /** Checks no rights: the answer was released. */
    void answered(String id, Instant at) {
        store.change(id, question -> question.answered(at));
    }

    private List<Question> visible(Bson filter, Bson sort, int limit) {
        return store.where(filter, sort, limit).stream().filter(this::visible).toList();
    }

    private boolean visible(Question question) {
        return access.may(Act.READ, library.guarded(question.incident()));
    }

    private Person requireWriter(String id) {
        return access.require(Act.DRAFT, library.guarded(get(id).incident()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
