package app.candor.coedit.versions;

import app.candor.coedit.versions.AuthorsDesk.Passage;
import app.candor.coedit.versions.AuthorsDesk.Written;
import app.candor.prosemirror.Node;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A text with the mark of whoever wrote each part: initials before it, a line below it whose form
 * and colour are the person's, and a title with name and time.
 */
public final class AuthorsHtml {

    /**
     * How a passage is marked.
     *
     * @param style classes that give colour and line
     * @param initials written before the passage
     * @param title who and when, in words
     */
    public record Hand(String style, String initials, String title) {}

    private final List<Passage> passages;
    private final Function<Passage, Hand> hands;
    private final UnaryOperator<String> facts;
    private final StringBuilder out = new StringBuilder();
    private int next;
    private int begun = -1;

    private AuthorsHtml(
            List<Passage> passages, Function<Passage, Hand> hands, UnaryOperator<String> facts) {
        this.passages = passages;
        this.hands = hands;
        this.facts = facts;
    }

    /**
     * @param facts the value of a fact by its key
     */
    public static String of(
            Written written, Function<Passage, Hand> hands, UnaryOperator<String> facts) {
        var html = new AuthorsHtml(written.passages(), hands, facts);
        html.children(written.doc(), 0);
        return "<div class=\"doc version-text authors-text\">" + html.out + "</div>";
    }

    /** Id of the element where a passage begins. */
    public static String id(int passage) {
        return "passage-" + passage;
    }

    private void children(Node parent, int from) {
        int at = from;
        for (var child : parent.content().children()) {
            node(child, at);
            at += child.size();
        }
    }

    private void node(Node node, int at) {
        if (node.isText()) {
            text(node, at);
        } else if (BlockHtml.isInline(node)) {
            marked(BlockHtml.marked(BlockHtml.atom(node, facts), node.marks()), at);
        } else {
            BlockHtml.open(out, node, "");
            children(node, at + 1);
            BlockHtml.close(out, node);
        }
    }

    private void text(Node node, int at) {
        int end = at + node.size();
        int from = at;
        while (from < end) {
            pass(from);
            int to = end;
            if (next < passages.size()) {
                var passage = passages.get(next);
                to = Math.min(end, passage.from() > from ? passage.from() : passage.to());
            }
            var words = node.text().substring(from - at, to - at);
            marked(BlockHtml.marked(BlockHtml.escaped(words), node.marks()), from);
            from = to;
        }
    }

    /** On to the passage at a position, or the first one after it. */
    private void pass(int at) {
        while (next < passages.size() && passages.get(next).to() <= at) {
            next++;
        }
    }

    private void marked(String words, int at) {
        pass(at);
        if (next >= passages.size() || passages.get(next).from() > at) {
            out.append(words);
            return;
        }
        var hand = hands.apply(passages.get(next));
        var title = BlockHtml.escaped(hand.title());
        out.append("<span class=\"by ").append(hand.style()).append("\" title=\"").append(title);
        out.append("\" data-passage=\"").append(next).append('"');
        if (begun != next) {
            begun = next;
            out.append(" id=\"").append(id(next)).append("\" tabindex=\"-1\">");
            out.append("<span class=\"by-who\" aria-hidden=\"true\">")
                    .append(BlockHtml.escaped(hand.initials()))
                    .append("</span><span class=\"sr-only\">")
                    .append(title)
                    .append(": </span>");
        } else {
            out.append('>');
        }
        out.append(words).append("</span>");
    }
}
