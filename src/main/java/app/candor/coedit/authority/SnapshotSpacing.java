package app.candor.coedit.authority;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a text's earlier snapshots stay: close together near the newest version, ever sparser
 * before.
 *
 * <p>Snapshots of the whole text at regular distances would take room as the square of the number
 * of edits. So the distance grows with the age: reading any version replays at most an eighth of
 * the commits that came after it, or those between two fresh snapshots.
 */
final class SnapshotSpacing {
    private static final int SHARE = 8;

    private SnapshotSpacing() {}

    /**
     * @param seqs the versions that are kept, ascending; version 0 is kept elsewhere
     * @return those without which the rest is still close enough; none of them is the newest
     */
    static List<Long> superfluous(List<Long> seqs) {
        var superfluous = new ArrayList<Long>();
        long before = 0;
        for (int i = 0; i < seqs.size() - 1; i++) {
            long after = seqs.get(i + 1);
            if ((after - before) * SHARE <= seqs.getLast() - after) {
                superfluous.add(seqs.get(i));
            } else {
                before = seqs.get(i);
            }
        }
        return superfluous;
    }
}
