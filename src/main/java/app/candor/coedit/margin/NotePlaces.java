package app.candor.coedit.margin;

import app.candor.coedit.Change;
import app.candor.coedit.Texts;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepMap;
import app.candor.prosemirror.StepWire;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Where notes stand in the newest version of their text.
 *
 * <p>What was worked out is remembered, and now and then stored, so that a note of last week is not
 * moved over the whole log again. Neither is the truth: the note and the log are.
 */
@Component
class NotePlaces {
    private static final String STORED = "margin_places";
    private static final int MOST_REMEMBERED = 5_000;
    private static final int PAGE = 1_000;

    /** Commits that a note may lag behind its stored place. */
    private static final int STORE_EVERY = 300;

    private final Texts texts;
    private final StepWire wire;
    private final MongoTemplate mongo;
    private final Map<String, Moved> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Moved> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    NotePlaces(Texts texts, StepWire wire, MongoTemplate mongo) {
        this.texts = texts;
        this.wire = wire;
        this.mongo = mongo;
    }

    /** All of them in one and the same version, the newest there is. */
    List<PlacedNote> now(String textId, List<MarginNote> notes) {
        if (notes.isEmpty()) {
            return List.of();
        }
        var places = new HashMap<String, Moved>();
        notes.forEach(note -> places.put(note.id(), known(note)));
        long oldest = places.values().stream().mapToLong(Moved::seq).min().orElse(0);
        var missed = since(textId, oldest);
        long newest = missed.isEmpty() ? oldest : missed.getLast().seq();
        for (var note : notes) {
            var place = places.get(note.id());
            if (place != null && place.seq() < newest) {
                var moved = place.over(newest, maps(missed, place.seq()));
                places.put(note.id(), moved);
                remember(note.id(), moved);
                if (newest / STORE_EVERY > place.seq() / STORE_EVERY) {
                    store(note.id(), moved);
                }
            }
        }
        return findLost(textId, newest, notes.stream().map(note -> placed(note, places)).toList());
    }

    PlacedNote now(MarginNote note) {
        return now(note.text(), List.of(note)).getFirst();
    }

    /**
     * Whether somebody changed the paragraph of a note after a version.
     *
     * @param but whose own changes do not count
     */
    boolean changedSince(MarginNote note, long seq, String but) {
        var placed = now(note);
        var missed = since(note.text(), seq);
        if (missed.isEmpty() || placed.lost()) {
            return false;
        }
        var paragraph = paragraph(texts.at(note.text(), placed.seq()).doc(), placed);
        var later = new ArrayDeque<StepMap>();
        for (var change : missed.reversed()) {
            if (change.seq() > placed.seq()) {
                continue;
            }
            for (var step : change.steps().reversed()) {
                if (!change.userId().equals(but) && touches(step.getMap(), later, paragraph)) {
                    return true;
                }
                later.addFirst(step.getMap());
            }
        }
        return false;
    }

    private record Stretch(int from, int to) {}

    private static Stretch paragraph(Node doc, PlacedNote placed) {
        var start = doc.resolve(placed.from());
        var end = doc.resolve(placed.to());
        return new Stretch(
                start.depth() == 0 ? placed.from() : start.start(start.depth()),
                end.depth() == 0 ? placed.to() : end.end(end.depth()));
    }

    private static boolean touches(StepMap map, Iterable<StepMap> later, Stretch paragraph) {
        var touched = new AtomicBoolean();
        map.forEach((oldStart, oldEnd, newStart, newEnd) -> {
            int from = newStart;
            int to = newEnd;
            for (var next : later) {
                from = next.map(from, -1);
                to = next.map(to, 1);
            }
            if (from <= paragraph.to() && to >= paragraph.from()) {
                touched.set(true);
            }
        });
        return touched.get();
    }

    private static PlacedNote placed(MarginNote note, Map<String, Moved> places) {
        var place = places.get(note.id());
        if (place == null) {
            throw new IllegalStateException("Not placed");
        }
        return new PlacedNote(note, place.seq(), place.from(), place.to(), place.steps());
    }

    /**
     * Words that were cut and pasted, or came back by an undo or an earlier version, are found by
     * their quote, if it stands in the text once.
     */
    private List<PlacedNote> findLost(String textId, long seq, List<PlacedNote> placed) {
        if (placed.stream().noneMatch(NotePlaces::mayBeFound)) {
            return placed;
        }
        var version = texts.current(textId);
        if (version.seq() != seq) {
            return placed;
        }
        var words = new QuotedWords(version.doc());
        return placed.stream()
                .map(note ->
                        !mayBeFound(note)
                                ? note
                                : words.only(note.note().place().quote())
                                        .map(at ->
                                                new PlacedNote(
                                                        note.note(),
                                                        seq,
                                                        at.from(),
                                                        at.to(),
                                                        List.of()))
                                        .orElse(note))
                .toList();
    }

    private static boolean mayBeFound(PlacedNote placed) {
        return placed.lost() && !placed.note().isSuggestion();
    }

    private List<Change> since(String textId, long seq) {
        var all = new ArrayList<Change>();
        List<Change> page;
        do {
            page = texts.history(textId, all.isEmpty() ? seq : all.getLast().seq(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private static List<StepMap> maps(List<Change> changes, long after) {
        return changes.stream()
                .filter(change -> change.seq() > after)
                .flatMap(change -> change.steps().stream())
                .map(Step::getMap)
                .toList();
    }

    private Moved known(MarginNote note) {
        synchronized (remembered) {
            var place = remembered.get(note.id());
            if (place != null) {
                return place;
            }
        }
        var stored = mongo.getCollection(STORED).find(Filters.eq("_id", note.id())).first();
        var place = stored == null ? asMade(note) : read(stored);
        remember(note.id(), place);
        return place;
    }

    private Moved asMade(MarginNote note) {
        var proposal = note.proposal();
        return new Moved(
                note.place().seq(),
                note.place().from(),
                note.place().to(),
                proposal == null ? List.of() : wire.readAll(Json.parse(proposal.steps())));
    }

    private void remember(String id, Moved place) {
        synchronized (remembered) {
            remembered.put(id, place);
        }
    }

    private Moved read(Document stored) {
        return new Moved(
                stored.getLong("seq"),
                stored.getInteger("from"),
                stored.getInteger("to"),
                wire.readAll(Json.parse(stored.getString("steps"))));
    }

    private void store(String id, Moved place) {
        var stored =
                new Document("_id", id)
                        .append("seq", place.seq())
                        .append("from", place.from())
                        .append("to", place.to())
                        .append("steps", Json.print(wire.writeAll(place.steps())));
        try {
            mongo.getCollection(STORED)
                    .replaceOne(
                            Filters.and(Filters.eq("_id", id), Filters.lt("seq", place.seq())),
                            stored,
                            new ReplaceOptions().upsert(true));
        } catch (DuplicateKeyException | com.mongodb.MongoWriteException newerThere) {
            return;
        }
    }
}
