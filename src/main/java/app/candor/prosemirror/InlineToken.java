package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word, a gap between words, a sign or an inline node.
 *
 * @param text the words, empty for an inline node
 * @param atom the inline node, if it is no text
 */
record InlineToken(String text, @Nullable Node atom, List<Mark> marks) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|\\P{M}\\p{M}*", Pattern.DOTALL);

    static List<InlineToken> all(Node block) {
        List<InlineToken> tokens = new ArrayList<>();
        for (Node node : block.content().children()) {
            if (!node.isText()) {
                tokens.add(new InlineToken("", node.withMarks(List.of()), node.marks()));
                continue;
            }
            Matcher words = WORD.matcher(node.text());
            while (words.find()) {
                tokens.add(new InlineToken(words.group(), null, node.marks()));
            }
        }
        return tokens;
    }

    boolean isBlank() {
        return atom == null && text.isBlank();
    }

    /** Equal for tokens that say the same, however marked. */
    String key() {
        return atom == null ? text : "\0" + atom.canonicalJson();
    }

    private boolean says(InlineToken other) {
        return text.equals(other.text) && Objects.equals(atom, other.atom);
    }

    private double likeness(InlineToken other) {
        if (!says(other)) {
            return 0;
        }
        return (isBlank() ? 0.1 : 0.9) + (marks.equals(other.marks) ? 0.1 : 0);
    }

    static List<Diff.Run> runs(List<InlineToken> before, List<InlineToken> after) {
        List<Diff.Run> runs = new ArrayList<>();
        for (Alignment.Row row : Alignment.of(before, after, InlineToken::likeness)) {
            add(runs, run(before, after, row));
        }
        return List.copyOf(runs);
    }

    private static Diff.Run run(
            List<InlineToken> before, List<InlineToken> after, Alignment.Row row) {
        if (row.before() == Alignment.NONE) {
            InlineToken now = after.get(row.after());
            return new Diff.Run(Change.INSERTED, now.text, now.atom, List.of(), now.marks);
        }
        InlineToken old = before.get(row.before());
        if (row.after() == Alignment.NONE) {
            return new Diff.Run(Change.DELETED, old.text, old.atom, old.marks, List.of());
        }
        InlineToken now = after.get(row.after());
        Change change = old.marks.equals(now.marks) ? Change.SAME : Change.RESTYLED;
        return new Diff.Run(change, now.text, now.atom, old.marks, now.marks);
    }

    private static void add(List<Diff.Run> runs, Diff.Run run) {
        Diff.Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null
                && last.atom() == null
                && run.atom() == null
                && last.change() == run.change()
                && last.marksBefore().equals(run.marksBefore())
                && last.marksAfter().equals(run.marksAfter())) {
            runs.set(
                    runs.size() - 1,
                    new Diff.Run(
                            run.change(),
                            last.text() + run.text(),
                            null,
                            run.marksBefore(),
                            run.marksAfter()));
        } else {
            runs.add(run);
        }
    }
}
