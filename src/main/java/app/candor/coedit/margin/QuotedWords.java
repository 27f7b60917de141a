package app.candor.coedit.margin;

import app.candor.prosemirror.Fragment;
import app.candor.prosemirror.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a document with their positions. */
final class QuotedWords {
    static final int LONGEST = 300;
    private static final int SHORTEST_FOUND = 8;

    private final StringBuilder words = new StringBuilder();
    private final List<Integer> positions = new ArrayList<>();

    record At(int from, int to) {}

    QuotedWords(Node doc) {
        read(doc.content(), 0);
    }

    private void read(Fragment content, int start) {
        int at = start;
        for (var child : content.children()) {
            if (child.isText()) {
                for (int i = 0; i < child.text().length(); i++) {
                    add(child.text().charAt(i), at + i);
                }
            } else if (child.isLeaf()) {
                add('\uFFFC', at);
            } else {
                read(child.content(), at + 1);
                if (child.type().isTextblock()) {
                    add('\n', at + child.size() - 1);
                }
            }
            at += child.size();
        }
    }

    private void add(char letter, int at) {
        words.append(letter);
        positions.add(at);
    }

    /** Where the quote stands, if it stands there once and is long enough to mean something. */
    Optional<At> only(String quote) {
        if (quote.length() < SHORTEST_FOUND) {
            return Optional.empty();
        }
        int first = words.indexOf(quote);
        if (first < 0 || words.indexOf(quote, first + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new At(positions.get(first), positions.get(first + quote.length() - 1) + 1));
    }

    /** The words from one position to another. */
    String between(int from, int to) {
        var found = new StringBuilder();
        for (int i = 0; i < positions.size() && found.length() < LONGEST; i++) {
            if (positions.get(i) >= from && positions.get(i) < to) {
                found.append(words.charAt(i));
            }
        }
        return found.toString();
    }

    /** The words of a piece of a document on one line. */
    static String of(Fragment content) {
        var all = new StringBuilder();
        for (var child : content.children()) {
            var said =
                    child.isText() ? child.text() : child.isLeaf() ? "▫" : child.textContent(" ");
            if (!child.isText() && !child.isLeaf() && !all.isEmpty()) {
                all.append(' ');
            }
            all.append(said);
            if (all.length() > LONGEST) {
                break;
            }
        }
        return shortened(all.toString());
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
