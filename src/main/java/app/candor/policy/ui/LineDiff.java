package app.candor.policy.ui;

import app.candor.uikit.DiffText;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts compared line by line: what both have stays, the rest is marked. Of many lines that are
 * the same only those beside a change are shown, so that a change of one line is found.
 */
final class LineDiff {
    /** Lines of a run that is the same shown beside a change. */
    private static final int BESIDE = 2;

    /** A run no longer than this is shown whole. */
    private static final int SHORT = 2 * BESIDE + 3;

    private LineDiff() {}

    static DiffText of(String before, String after) {
        var old = before.lines().toList();
        var fresh = after.lines().toList();
        var common = commonLengths(old, fresh);
        var shown = new DiffText();
        var same = new ArrayList<String>();
        var i = 0;
        var j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                same.add(old.get(i++));
                j++;
                continue;
            }
            show(shown, same, i == same.size() && j == same.size(), false);
            same.clear();
            if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                shown.removed(old.get(i++)).same("\n");
            } else {
                shown.added(fresh.get(j++)).same("\n");
            }
        }
        show(shown, same, i == same.size() && j == same.size(), true);
        return shown;
    }

    /** A run of lines that are the same, at the beginning of the text, at its end or between. */
    private static void show(DiffText shown, List<String> same, boolean first, boolean last) {
        if (same.size() <= SHORT) {
            same.forEach(line -> shown.same(line + "\n"));
            return;
        }
        var before = first ? 0 : BESIDE;
        var after = last ? 0 : BESIDE;
        same.subList(0, before).forEach(line -> shown.same(line + "\n"));
        shown.same("… " + (same.size() - before - after) + " lines are the same\n");
        same.subList(same.size() - after, same.size()).forEach(line -> shown.same(line + "\n"));
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
