package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.audit.Change;
import app.candor.comms.Draft;
import app.candor.comms.Drafts;
import app.candor.comms.NewDraft;
import app.candor.policy.Policies;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** How entries begin, and the drafts of their answers. {@link Library} asks who may. */
@Component
class Beginnings {
    private final EntryStore store;
    private final Drafts drafts;
    private final Policies policies;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Beginnings(
            EntryStore store,
            Drafts drafts,
            Policies policies,
            Access access,
            People people,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /** With a draft of its answer. */
    Entry add(
            Person person,
            String question,
            @Nullable String incident,
            String doNotSay,
            boolean pertinentNegative) {
        var id = randomId();
        var entry =
                Entry.begun(
                        id, question, incident, doNotSay, pertinentNegative, person.id(), now());
        return write(store.insert(id, added(entry)));
    }

    /** The next answer; see {@link Library#write}. */
    Entry write(Entry entry) {
        entry.drafting("");
        var draft = drafts.begin(nextAnswer(entry));
        return store.change(entry.id(), latest -> latest.drafting(draft.id()));
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
        var person = access.require(Act.DRAFT, store.guarded(incident));
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
