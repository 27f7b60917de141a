package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a document, block by block and in them word by word.
 *
 * @param blocks every paragraph, heading, rule and the like of both versions, in reading order
 */
public record Diff(List<Block> blocks) {
    /** Least share of common words for a block to count as changed, not as another one. */
    private static final double ALIKE = 0.35;

    /** Pairs worth comparing word by word; beyond, only equal blocks stay together. */
    private static final long MOST_COMPARED = 250_000;

    /**
     * One block.
     *
     * @param change RESTYLED when marks, attributes or surroundings differ and the words do not;
     *     SAME when nothing does; INSERTED or DELETED as a whole; null when its words changed
     * @param before the block in the old version, null if it is new
     * @param after the block in the new version, null if it is gone
     * @param around names of the nodes it is in, outermost first, such as {@code bullet_list}
     * @param attributes attributes of the block and of what it is in that differ
     * @param runs its inline content in pieces
     * @param other of a block that moved, where its other end stands in {@link Diff#blocks}: the
     *     old place is DELETED, the new one INSERTED; −1 for one that did not move
     */
    public record Block(
            Change change,
            @Nullable Node before,
            @Nullable Node after,
            List<String> around,
            List<AttributeChange> attributes,
            List<Run> runs,
            int other) {

        /** Whether it went from one place to another, perhaps with a few words changed. */
        public boolean moved() {
            return other >= 0;
        }

        Block movedTo(int index) {
            return new Block(change, before, after, around, attributes, runs, index);
        }
    }

    /**
     * @param owner name of the node whose attribute it is
     */
    public record AttributeChange(
            String owner, String name, @Nullable Object before, @Nullable Object after) {}

    /**
     * A piece of inline content with one fate.
     *
     * @param text its words; for an image, a fact and the like, empty
     * @param atom the node if it is no text, as in the version that still has it, the new one first
     * @param marksBefore marks in the old version, empty if it is new
     * @param marksAfter marks in the new version, empty if it is gone
     */
    public record Run(
            Change change,
            String text,
            @Nullable Node atom,
            List<Mark> marksBefore,
            List<Mark> marksAfter) {}

    public boolean isEmpty() {
        return blocks.stream().allMatch(block -> block.change == Change.SAME);
    }

    public static Diff between(Node before, Node after) {
        List<PlacedBlock> old = PlacedBlock.all(before);
        List<PlacedBlock> now = PlacedBlock.all(after);
        boolean similar = (long) old.size() * now.size() <= MOST_COMPARED;
        List<Alignment.Row> rows = Alignment.of(old, now, (a, b) -> likeness(a, b, similar));
        List<Block> blocks = new ArrayList<>(rows.size());
        for (Alignment.Row row : rows) {
            PlacedBlock was = row.before() == Alignment.NONE ? null : old.get(row.before());
            PlacedBlock is = row.after() == Alignment.NONE ? null : now.get(row.after());
            blocks.add(block(was, is));
        }
        return new Diff(List.copyOf(Moves.marked(blocks)));
    }

    private static double likeness(PlacedBlock a, PlacedBlock b, boolean similar) {
        if (a.equals(b)) {
            return 1;
        }
        if (!similar || a.node().isLeaf() != b.node().isLeaf()) {
            return 0;
        }
        Set<String> one = a.words();
        Set<String> other = b.words();
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty() && a.node().type() == b.node().type() ? 0.5 : 0;
        }
        Set<String> smaller = one.size() <= other.size() ? one : other;
        Set<String> larger = smaller == one ? other : one;
        long common = smaller.stream().filter(larger::contains).count();
        double share = 2.0 * common / (one.size() + other.size());
        return share < ALIKE ? 0 : share * 0.99;
    }

    private static Block block(@Nullable PlacedBlock was, @Nullable PlacedBlock is) {
        List<InlineToken> old = was == null ? List.of() : InlineToken.all(was.node());
        List<InlineToken> now = is == null ? List.of() : InlineToken.all(is.node());
        List<Run> runs = InlineToken.runs(old, now);
        PlacedBlock place = is != null ? is : was;
        List<String> around = place == null ? List.of() : place.around();
        List<AttributeChange> attributes =
                was == null || is == null ? List.of() : was.changesTo(is);
        return new Block(
                change(was, is, attributes, runs),
                was == null ? null : was.node(),
                is == null ? null : is.node(),
                around,
                attributes,
                runs,
                -1);
    }

    private static Change change(
            @Nullable PlacedBlock was,
            @Nullable PlacedBlock is,
            List<AttributeChange> attributes,
            List<Run> runs) {
        if (was == null) {
            return Change.INSERTED;
        }
        if (is == null) {
            return Change.DELETED;
        }
        for (Run run : runs) {
            if (run.change == Change.INSERTED || run.change == Change.DELETED) {
                return Change.CHANGED;
            }
        }
        boolean plain =
                attributes.isEmpty()
                        && was.sameSurroundings(is)
                        && runs.stream().allMatch(run -> run.change == Change.SAME);
        return plain ? Change.SAME : Change.RESTYLED;
    }
}
