package app.candor.coedit.versions;

import app.candor.coedit.Attribution;
import app.candor.coedit.Texts;
import app.candor.coedit.margin.MarginDesk;
import app.candor.coedit.margin.MarginNote;
import app.candor.coedit.margin.MarginNote.Standing;
import app.candor.coedit.margin.MarginRights;
import app.candor.prosemirror.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The desk of who wrote which words of a text as it stands now. */
@Service
public class AuthorsDesk {
    private final Texts texts;
    private final MarginDesk margin;
    private final MarginRights rights;

    /**
     * Words that follow each other and came from the same hand.
     *
     * @param from position of the first of them in the document
     * @param to position after the last
     * @param writer id of the person whose words they are: the suggester of a suggestion
     * @param accepter id of who took the suggestion into the text; empty if it was typed there
     * @param words one line a block
     */
    public record Passage(
            int from,
            int to,
            String writer,
            String accepter,
            Instant since,
            Instant until,
            String words) {

        public boolean suggested() {
            return !accepter.isEmpty();
        }
    }

    /**
     * @param doc the text now
     * @param passages in the order of the text; what it began with belongs to none
     */
    public record Written(long seq, Node doc, List<Passage> passages) {
        public Written {
            passages = List.copyOf(passages);
        }

        /** Characters each person wrote, whoever wrote most first. */
        public Map<String, Integer> characters() {
            var counted = new HashMap<String, Integer>();
            passages.forEach(
                    each -> counted.merge(each.writer(), each.words().length(), Integer::sum));
            var ordered = new LinkedHashMap<String, Integer>();
            counted.entrySet().stream()
                    .sorted(
                            Map.Entry.<String, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(each -> ordered.put(each.getKey(), each.getValue()));
            return ordered;
        }
    }

    AuthorsDesk(Texts texts, MarginDesk margin, MarginRights rights) {
        this.texts = texts;
        this.margin = margin;
        this.rights = rights;
    }

    /**
     * @throws app.candor.access.NotFound if the current person may not read the text
     */
    public Written now(String textId) {
        rights.reader(textId);
        var accepted = accepted(textId);
        var attribution = texts.attribution(textId, texts.current(textId).seq());
        var passages = new ArrayList<Passage>();
        for (var piece : attribution.pieces()) {
            var words = attribution.words(piece).strip();
            if (!piece.initial() && !words.isEmpty()) {
                passages.add(passage(piece, words, accepted));
            }
        }
        var version = attribution.version();
        return new Written(version.seq(), version.doc(), passages);
    }

    private static Passage passage(
            Attribution.Piece piece, String words, Map<Long, MarginNote> accepted) {
        // A suggestion's words came by one commit; what was typed around it is another piece.
        var note = piece.firstSeq() == piece.lastSeq() ? accepted.get(piece.firstSeq()) : null;
        return new Passage(
                piece.from(),
                piece.to(),
                note == null ? piece.by() : note.author(),
                note == null ? "" : piece.by(),
                piece.since(),
                piece.until(),
                words);
    }

    /** By the number of the commit that wrote them. */
    private Map<Long, MarginNote> accepted(String textId) {
        var bySeq = new HashMap<Long, MarginNote>();
        for (var note : margin.settled(textId)) {
            if (note.standing() instanceof Standing.Accepted done) {
                bySeq.put(done.seq(), note);
            }
        }
        return bySeq;
    }
}
