package app.candor.coedit.versions;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.coedit.Change;
import app.candor.coedit.NoSuchText;
import app.candor.coedit.TextLocked;
import app.candor.coedit.Texts;
import app.candor.coedit.Version;
import app.candor.coedit.margin.MarginRights;
import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Slice;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.TreeDiff;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/** The desk of a text's versions: what they are, what differs, and bringing one back. */
@Service
public class VersionDesk {
    private static final String NAMES = "text_version_names";
    private static final String VISITS = "text_visits";
    private static final int PAGE = 1_000;
    private static final int LONGEST_NAME = 80;

    /** Edits with no longer pause between them are one line of the history. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Texts texts;
    private final MarginRights rights;
    private final MongoTemplate mongo;
    private final Clock clock;
    private final Duration away;

    /**
     * Edits that were made in one go.
     *
     * @param first number of the first commit
     * @param last number of the last one: the version that stood afterwards
     * @param people ids of those who wrote, in the order they began
     * @param lock whether it is a lock or an unlock, and not an edit
     */
    public record Spell(
            long first,
            long last,
            Instant from,
            Instant until,
            Set<String> people,
            Change.Kind lock) {}

    /**
     * @param by person id
     */
    public record Name(long seq, String name, String by, Instant at) {}

    /**
     * Where somebody left off.
     *
     * @param seq the version they had seen
     */
    public record Visit(long seq, Instant at) {}

    /**
     * @param away somebody who was away for longer comes back, rather than looks on
     */
    VersionDesk(
            Texts texts,
            MarginRights rights,
            MongoTemplate mongo,
            Clock clock,
            @Value("${candor.coedit.away:15m}") Duration away) {
        this.texts = texts;
        this.rights = rights;
        this.mongo = mongo;
        this.clock = clock;
        this.away = away;
    }

    /**
     * @throws NotFound if the current person may not read the text
     */
    public Version current(String textId) {
        rights.reader(textId);
        return texts.current(textId);
    }

    /**
     * @throws NotFound if the current person may not read the text, or it has no such version
     */
    public Version at(String textId, long seq) {
        rights.reader(textId);
        try {
            return texts.at(textId, seq);
        } catch (NoSuchText none) {
            throw new NotFound();
        }
    }

    /** From one version to another; either may be the older one. */
    public TreeDiff between(String textId, long from, long to) {
        return TreeDiff.between(at(textId, from).doc(), at(textId, to).doc());
    }

    /** What was done after one version, newest first; a named version ends a line. */
    public List<Spell> spells(String textId, long after) {
        rights.reader(textId);
        var named = names(textId).stream().map(Name::seq).collect(Collectors.toSet());
        var spells = new ArrayList<Spell>();
        long seq = after;
        List<Change> page;
        do {
            page = texts.history(textId, seq, PAGE);
            for (var change : page) {
                add(spells, change, named);
                seq = change.seq();
            }
        } while (page.size() == PAGE);
        return spells.reversed();
    }

    private static void add(List<Spell> spells, Change change, Set<Long> named) {
        var last = spells.isEmpty() ? null : spells.getLast();
        if (last != null
                && change.kind() == Change.Kind.EDIT
                && last.lock() == Change.Kind.EDIT
                && !named.contains(last.last())
                && Duration.between(last.until(), change.at()).compareTo(PAUSE) <= 0) {
            var people = new LinkedHashSet<>(last.people());
            people.add(change.userId());
            spells.set(
                    spells.size() - 1,
                    new Spell(
                            last.first(),
                            change.seq(),
                            last.from(),
                            change.at(),
                            people,
                            last.lock()));
        } else {
            spells.add(
                    new Spell(
                            change.seq(),
                            change.seq(),
                            change.at(),
                            change.at(),
                            Set.of(change.userId()),
                            change.kind()));
        }
    }

    /** Versions that somebody named, newest first. */
    public List<Name> names(String textId) {
        rights.reader(textId);
        var names = new ArrayList<Name>();
        for (var stored :
                mongo.getCollection(NAMES)
                        .find(Filters.eq("text", textId))
                        .sort(Sorts.descending("seq"))) {
            names.add(
                    new Name(
                            stored.getLong("seq"),
                            stored.getString("name"),
                            stored.getString("by"),
                            stored.getDate("at").toInstant()));
        }
        return names;
    }

    /**
     * Names a version, or gives it another name.
     *
     * @throws Refused unless the person may write the text, or the name is empty or too long
     */
    public void name(String textId, long seq, String name) {
        var person = rights.writer(textId);
        at(textId, seq);
        var words = name.strip();
        if (words.isEmpty() || words.length() > LONGEST_NAME) {
            throw new Refused("A version's name has 1 to " + LONGEST_NAME + " characters.");
        }
        var id = textId + "@" + seq;
        mongo.getCollection(NAMES)
                .replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id)
                                .append("text", textId)
                                .append("seq", seq)
                                .append("name", words)
                                .append("by", person.id())
                                .append("at", Date.from(clock.instant())),
                        new ReplaceOptions().upsert(true));
    }

    /**
     * Writes an earlier version into the text again, as an edit of the person who asks. Only what
     * differs is replaced, so that comments on the rest keep their place.
     *
     * @throws Refused if the text is locked, or is the same already
     */
    public Version restore(String textId, long seq) {
        var person = rights.writer(textId);
        var wanted = at(textId, seq).doc();
        try {
            var before = texts.current(textId);
            var after = texts.edit(textId, person.id(), now -> steps(now, wanted));
            if (after.seq() == before.seq()) {
                throw new Refused("The text is as it was in that version already.");
            }
            return after;
        } catch (TextLocked locked) {
            throw new Refused(
                    "The text is locked: " + locked.getMessage() + ". Nothing was restored.");
        } catch (InvalidDocument unfit) {
            throw new Refused("That version does not fit today's form of texts.");
        }
    }

    /** Replaces the blocks between what is equal at the beginning and at the end. */
    static List<Step> steps(Node now, Node wanted) {
        if (now.equals(wanted)) {
            return List.of();
        }
        var have = now.content().children();
        var want = wanted.content().children();
        int shorter = Math.min(have.size(), want.size());
        int start = 0;
        int from = 0;
        while (start < shorter && have.get(start).equals(want.get(start))) {
            from += have.get(start).size();
            start++;
        }
        int tail = 0;
        int tailSize = 0;
        while (tail < shorter - start
                && have.get(have.size() - tail - 1).equals(want.get(want.size() - tail - 1))) {
            tailSize += have.get(have.size() - tail - 1).size();
            tail++;
        }
        int end = wanted.content().size() - tailSize;
        return List.of(
                new ReplaceStep(
                        from,
                        now.content().size() - tailSize,
                        from == end ? Slice.EMPTY : wanted.slice(from, end),
                        false));
    }

    /**
     * Notes that the current person has seen the text up to a version; called while they have it
     * open. Whoever was away for a while begins a new visit.
     */
    public void seen(String textId, long seq) {
        var person = rights.reader(textId);
        var id = textId + "@" + person.id();
        var now = clock.instant();
        var stored = mongo.getCollection(VISITS).find(Filters.eq("_id", id)).first();
        var visit = new Document("_id", id).append("seq", seq).append("at", Date.from(now));
        if (stored != null) {
            boolean back = stored.getDate("at").toInstant().plus(away).isBefore(now);
            visit.append("leftSeq", stored.get(back ? "seq" : "leftSeq"));
            visit.append("leftAt", stored.get(back ? "at" : "leftAt"));
        }
        mongo.getCollection(VISITS)
                .replaceOne(Filters.eq("_id", id), visit, new ReplaceOptions().upsert(true));
    }

    /** Where the current person left off before this visit; empty if they were never here. */
    public Optional<Visit> leftOff(String textId) {
        var person = rights.reader(textId);
        var stored =
                mongo.getCollection(VISITS)
                        .find(Filters.eq("_id", textId + "@" + person.id()))
                        .first();
        if (stored == null) {
            return Optional.empty();
        }
        boolean gone = stored.getDate("at").toInstant().plus(away).isBefore(clock.instant());
        var seq = gone ? stored.getLong("seq") : stored.getLong("leftSeq");
        var at = gone ? stored.getDate("at") : stored.getDate("leftAt");
        return seq == null || at == null
                ? Optional.empty()
                : Optional.of(new Visit(seq, at.toInstant()));
    }
}
