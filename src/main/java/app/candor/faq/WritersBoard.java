package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/** What whoever writes answers looks at: what to write next, and what to look at again. */
@Service
public class WritersBoard {
    private static final Duration SOON = Duration.ofDays(14);

    private final Library library;
    private final Copies copies;
    private final MongoTemplate mongo;
    private final Access access;
    private final People people;
    private final Clock clock;

    WritersBoard(
            Library library,
            Copies copies,
            MongoTemplate mongo,
            Access access,
            People people,
            Clock clock) {
        this.library = library;
        this.copies = copies;
        this.mongo = mongo;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /**
     * How often an answer was given.
     *
     * @param times over all versions
     * @param unnamed of them, for a customer whom nobody named
     */
    public record Copied(Entry entry, long times, long unnamed) {}

    /**
     * Answers that were copied most, of those that the reader may see.
     *
     * @throws app.candor.access.Refused for who does not write answers
     */
    public List<Copied> mostCopied(int limit) {
        access.require(Act.DRAFT, Guarded.open());
        var counts =
                mongo.getCollection("faq_copies")
                        .aggregate(
                                List.of(
                                        new Document(
                                                "$match",
                                                new Document(
                                                        "state.refused",
                                                        new Document("$ne", true))),
                                        new Document(
                                                "$group",
                                                new Document("_id", "$state.entry")
                                                        .append("times", new Document("$sum", 1))),
                                        new Document("$sort", new Document("times", -1)),
                                        new Document("$limit", limit * 4)));
        var most = new ArrayList<Copied>();
        for (var count : counts) {
            if (count.get("times") instanceof Number times) {
                library.seen(count.getString("_id"))
                        .ifPresent(entry ->
                                most.add(
                                        new Copied(
                                                entry,
                                                times.longValue(),
                                                copies.countUnknown(entry.id()))));
            }
            if (most.size() == limit) {
                break;
            }
        }
        return most;
    }

    /** Answers that show a fact which has another value by now, oldest first. */
    public List<Entry> touchedByFacts() {
        return those(entry ->
                entry.blocked() != null && entry.blocked().kind() == Block.Kind.FACT_CHANGED);
    }

    /**
     * Answers that have to be verified within 14 days or should have been, the most urgent first.
     */
    public List<Entry> expiring() {
        var soon = clock.instant().plus(SOON);
        return those(entry ->
                        entry.answer() != null
                                && entry.verification() != null
                                && entry.verification().dueAt().isBefore(soon)
                                && (entry.blocked() == null
                                        || entry.blocked().kind() == Block.Kind.EXPIRED))
                .stream()
                .sorted(
                        Comparator.comparing(entry ->
                                java.util.Objects.requireNonNull(entry.verification()).dueAt()))
                .toList();
    }

    private List<Entry> those(Predicate<Entry> wanted) {
        access.require(Act.DRAFT, Guarded.open());
        var reader = people.current();
        var found = new ArrayList<Entry>();
        library.forEach(entry -> {
            if (wanted.test(entry)) {
                library.seenBy(reader, entry).ifPresent(found::add);
            }
        });
        return found;
    }
}
