package app.candor.policy.ui;

import app.candor.uikit.DiffText;
import java.util.List;

/** Two texts compared line by line: the longest common run of lines stays, the rest is marked. */
final class LineDiff {

    private LineDiff() {}

    static DiffText of(String before, String after) {
        var old = before.lines().toList();
        var fresh = after.lines().toList();
        var common = commonLengths(old, fresh);
        var shown = new DiffText();
        var i = 0;
        var j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                shown.same(old.get(i++) + "\n");
                j++;
            } else if (j == fresh.size()
                    || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                shown.removed(old.get(i++)).same("\n");
            } else {
                shown.added(fresh.get(j++)).same("\n");
            }
        }
        return shown;
    }

    /**
     * Cell [i][j]: length of the longest common subsequence of what is left after i and j lines.
     */
    private static int[][] commonLengths(List<String> old, List<String> fresh) {
        var lengths = new int[old.size() + 1][fresh.size() + 1];
        for (var i = old.size() - 1; i >= 0; i--) {
            for (var j = fresh.size() - 1; j >= 0; j--) {
                lengths[i][j] =
                        old.get(i).equals(fresh.get(j))
                                ? lengths[i + 1][j + 1] + 1
                                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
