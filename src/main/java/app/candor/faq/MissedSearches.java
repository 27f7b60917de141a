package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Visibility;
import app.candor.faq.index.Words;
import app.candor.incident.Incidents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/**
 * What people searched for and did not find, counted for those who write answers.
 *
 * <p>Nobody's name is kept. Words with a digit or an @ are left out, for they are likely to be
 * somebody's. Who is let into a restricted incident is not counted at all: their words could betray
 * it. A search that finds nothing because the answer is hidden is counted like any other.
 */
@Service
public class MissedSearches {
    private static final int LONGEST = 80;
    private static final int SHORTEST = 3;
    private static final int MOST_KEPT = 2_000;
    private static final Pattern NUMBERED = Pattern.compile("\\S*[\\d@]\\S*");

    private final MongoCollection<Document> counts;
    private final Incidents incidents;
    private final Access access;
    private final People people;
    private final Clock clock;

    MissedSearches(
            MongoTemplate mongo, Incidents incidents, Access access, People people, Clock clock) {
        this.counts = mongo.getCollection("faq_missed");
        this.incidents = incidents;
        this.access = access;
        this.people = people;
        this.clock = clock;
        counts.createIndex(new Document("times", -1));
    }

    /**
     * Words that found nothing.
     *
     * @param words as they were typed first
     * @param times how often, in whatever form
     */
    public record Missed(String words, long times, Instant lastAt) {}

    /** Counts what the current person typed and did not find; short and hidden things are not. */
    public void count(String typed) {
        if (people.signedIn().filter(person -> !isLetIntoRestricted(person)).isEmpty()) {
            return;
        }
        var cut = typed.substring(0, Math.min(typed.length(), 200)).replaceAll("\\p{Cntrl}", " ");
        var words = NUMBERED.matcher(cut).replaceAll(" ").replaceAll("\\s+", " ").strip();
        var shown = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        var key = key(shown);
        if (key.length() < SHORTEST) {
            return;
        }
        if (counts.find(Filters.eq("_id", key)).first() == null
                && counts.countDocuments() >= MOST_KEPT) {
            return;
        }
        counts.updateOne(
                Filters.eq("_id", key),
                Updates.combine(
                        Updates.inc("times", 1L),
                        Updates.set("lastAt", Date.from(clock.instant())),
                        Updates.setOnInsert("words", shown)),
                new UpdateOptions().upsert(true));
    }

    /**
     * The most frequent ones.
     *
     * @throws app.candor.access.Refused for who does not write answers
     */
    public List<Missed> most(int limit) {
        access.require(Act.DRAFT, Guarded.open());
        var most = new ArrayList<Missed>();
        for (var document : counts.find().sort(Sorts.descending("times", "lastAt")).limit(limit)) {
            most.add(
                    new Missed(
                            document.getString("words"),
                            document.getLong("times"),
                            document.getDate("lastAt").toInstant()));
        }
        return most;
    }

    /** Takes one off the list, once somebody cared for it; it comes back if it is missed again. */
    public void settle(String words) {
        access.require(Act.DRAFT, Guarded.open());
        counts.deleteOne(Filters.eq("_id", key(words)));
    }

    private boolean isLetIntoRestricted(Person person) {
        return incidents.visibleTo(person).stream()
                .anyMatch(
                        one -> one.visibility() == Visibility.RESTRICTED && !one.stage().isOver());
    }

    /** The same for other forms and another order of the words. */
    private static String key(String words) {
        return Words.telling(words).stream()
                .map(Words.Word::stem)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
