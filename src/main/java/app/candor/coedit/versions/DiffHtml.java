package app.candor.coedit.versions;

import app.candor.prosemirror.Change;
import app.candor.prosemirror.Diff;
import app.candor.prosemirror.Mark;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.TreeDiff;
import app.candor.prosemirror.TreeDiff.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A difference as a page shows it: what went struck through, what came underlined, so that neither
 * needs colour, inside the tables and lists that it happened in.
 *
 * <p>Every word and attribute is escaped; nothing in a text becomes markup, a link or a request.
 */
public final class DiffHtml {
    private static final int CONTEXT = 1;

    private final UnaryOperator<String> facts;
    private final StringBuilder out = new StringBuilder();
    private final Side side;

    /** Which version's words are drawn. */
    private enum Side {
        BOTH,
        BEFORE,
        AFTER
    }

    private DiffHtml(UnaryOperator<String> facts, Side side) {
        this.facts = facts;
        this.side = side;
    }

    /**
     * Both versions in one text.
     *
     * @param facts the value of a fact by its key
     */
    public static String inline(TreeDiff diff, UnaryOperator<String> facts) {
        var html = new DiffHtml(facts, Side.BOTH);
        diff.parts().forEach(html::part);
        return wrapped(html.out);
    }

    /** As {@link #inline}, with stretches that did not change left out. */
    public static String changes(TreeDiff diff, UnaryOperator<String> facts) {
        var html = new DiffHtml(facts, Side.BOTH);
        var parts = diff.parts();
        int skipped = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (nearChange(parts, i)) {
                html.gap(skipped);
                skipped = 0;
                html.part(parts.get(i));
            } else {
                skipped++;
            }
        }
        html.gap(skipped);
        return wrapped(html.out);
    }

    /** The older version to the left, the newer one to the right, block by block. */
    public static String beside(TreeDiff diff, UnaryOperator<String> facts) {
        var rows = new StringBuilder("<div class=\"version-sides\">");
        for (var part : diff.parts()) {
            rows.append("<div class=\"version-side\">")
                    .append(one(part, facts, Side.BEFORE))
                    .append("</div><div class=\"version-side\">")
                    .append(one(part, facts, Side.AFTER))
                    .append("</div>");
        }
        return rows.append("</div>").toString();
    }

    /** One version without any marks. */
    public static String plain(Node doc, UnaryOperator<String> facts) {
        var html = new DiffHtml(facts, Side.BOTH);
        doc.content().children().forEach(node -> html.node(node, Change.SAME));
        return wrapped(html.out);
    }

    private static String one(Part part, UnaryOperator<String> facts, Side side) {
        var html = new DiffHtml(facts, side);
        html.part(part);
        return html.out.toString();
    }

    private static String wrapped(StringBuilder html) {
        return "<div class=\"doc version-text\">" + html + "</div>";
    }

    private static boolean nearChange(List<Part> parts, int at) {
        for (int i = at - CONTEXT; i <= at + CONTEXT; i++) {
            if (i >= 0 && i < parts.size() && parts.get(i).change() != Change.SAME) {
                return true;
            }
        }
        return false;
    }

    private void gap(int blocks) {
        if (blocks > 0) {
            out.append("<p class=\"version-gap\">")
                    .append(blocks)
                    .append(blocks == 1 ? " block" : " blocks")
                    .append(" unchanged</p>");
        }
    }

    private void part(Part part) {
        switch (part.change()) {
            case SAME -> node(part.node(), Change.SAME);
            case INSERTED -> {
                if (side != Side.BEFORE) {
                    node(part.node(), Change.INSERTED);
                }
            }
            case DELETED -> {
                if (side != Side.AFTER) {
                    node(part.node(), Change.DELETED);
                }
            }
            default -> changed(part);
        }
    }

    private void changed(Part part) {
        var shown = side == Side.BEFORE ? Objects.requireNonNull(part.before()) : part.node();
        open(shown, Change.CHANGED);
        note(part);
        if (part.runs().isEmpty()) {
            part.parts().forEach(this::part);
        } else {
            part.runs().forEach(this::run);
        }
        close(shown);
    }

    /** Says in words what a reader could not see: another form, a tick, a width. */
    private void note(Part part) {
        var before = part.before();
        var after = part.after();
        if (before == null || after == null || before.attrs().equals(after.attrs())) {
            return;
        }
        var said = new ArrayList<String>();
        for (var name : new TreeSet<>(after.attrs().keySet())) {
            var was = before.attrs().get(name);
            var is = after.attrs().get(name);
            if (!Objects.equals(was, is)) {
                said.add(
                        switch (name) {
                            case "checked" ->
                                    Boolean.TRUE.equals(is) ? "ticked" : "not ticked any more";
                            case "level" -> "heading " + was + " → " + is;
                            case "colwidth" -> "column width";
                            default -> name + ": " + was + " → " + is;
                        });
            }
        }
        out.append("<span class=\"version-note\">")
                .append(BlockHtml.escaped(String.join(", ", said)))
                .append("</span> ");
    }

    private void node(Node node, Change change) {
        if (BlockHtml.isInline(node)) {
            inline(node, change);
            return;
        }
        open(node, change);
        node.content().children().forEach(child -> node(child, change));
        close(node);
    }

    private void run(Diff.Run run) {
        if (run.change() == Change.INSERTED && side == Side.BEFORE
                || run.change() == Change.DELETED && side == Side.AFTER) {
            return;
        }
        var marks =
                run.change() == Change.DELETED || side == Side.BEFORE
                        ? run.marksBefore()
                        : run.marksAfter();
        var words = run.atom() == null ? BlockHtml.escaped(run.text()) : atom(run.atom());
        var marked = BlockHtml.marked(words, marks);
        if (run.change() == Change.RESTYLED) {
            out.append("<span class=\"version-restyled\" title=\"")
                    .append(BlockHtml.escaped("was " + names(run.marksBefore())))
                    .append("\">")
                    .append(marked)
                    .append("</span>");
        } else {
            out.append(wrapped(marked, run.change()));
        }
    }

    private static String names(List<Mark> marks) {
        return marks.isEmpty()
                ? "plain"
                : marks.stream()
                        .map(mark ->
                                switch (mark.type().name()) {
                                    case "strong" -> "bold";
                                    case "em" -> "italic";
                                    case "strike" -> "struck through";
                                    case "link" -> "link to " + mark.attrs().get("href");
                                    default -> mark.type().name();
                                })
                        .collect(Collectors.joining(", "));
    }

    private void inline(Node node, Change change) {
        var words = node.isText() ? BlockHtml.escaped(node.text()) : atom(node);
        out.append(wrapped(BlockHtml.marked(words, node.marks()), change));
    }

    private static String wrapped(String words, Change change) {
        return switch (change) {
            case INSERTED -> "<ins><span class=\"sr-only\">added </span>" + words + "</ins>";
            case DELETED -> "<del><span class=\"sr-only\">removed </span>" + words + "</del>";
            default -> words;
        };
    }

    private void open(Node node, Change change) {
        BlockHtml.open(
                out,
                node,
                switch (change) {
                    case INSERTED -> "version-added";
                    case DELETED -> "version-removed";
                    default -> "";
                });
    }

    private void close(Node node) {
        BlockHtml.close(out, node);
    }

    private String atom(Node node) {
        return BlockHtml.atom(node, facts);
    }

    /** The value of a fact from a map, its key where it is not in it. */
    public static UnaryOperator<String> values(Map<String, String> byKey) {
        return key -> byKey.getOrDefault(key, key);
    }
}
