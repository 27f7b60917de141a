package app.candor.coedit;

import app.candor.prosemirror.Node;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who wrote which words of one version.
 *
 * @param pieces from the start of the document to its end, without gaps
 */
public record Attribution(Version version, List<Piece> pieces) {
    /**
     * Names of merged changes that somebody else suggested begin with this; the words of such a
     * change are a piece of their own.
     */
    public static final String SUGGESTION = "suggestion-";

    /**
     * A stretch of the document from one hand.
     *
     * @param from its first position, in the version's document
     * @param to the position after it
     * @param by id of the person; empty for what the text began with
     * @param firstSeq number of the earliest edit in it, 0 for what the text began with
     * @param lastSeq number of the latest edit in it
     */
    public record Piece(
            int from,
            int to,
            String by,
            long firstSeq,
            long lastSeq,
            Instant since,
            Instant until) {

        public boolean initial() {
            return by.isEmpty();
        }
    }

    public Attribution {
        pieces = List.copyOf(pieces);
    }

    /** The words of one piece, one line a block. */
    public String words(Piece piece) {
        return version.doc().textBetween(piece.from(), piece.to(), "\n");
    }

    /**
     * UTF-16 units of text each person wrote, in the order of first appearance; pieces without
     * words do not count.
     */
    public Map<String, Integer> charactersByPerson() {
        var characters = new LinkedHashMap<String, Integer>();
        for (var piece : pieces) {
            int length = textLength(version.doc(), piece);
            if (!piece.initial() && length > 0) {
                characters.merge(piece.by(), length, Integer::sum);
            }
        }
        return characters;
    }

    private static int textLength(Node doc, Piece piece) {
        return doc.textBetween(piece.from(), piece.to(), "").length();
    }
}
