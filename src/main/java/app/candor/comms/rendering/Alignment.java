package app.candor.comms.rendering;

import java.util.ArrayList;
import java.util.List;

/** Longest common subsequence of two lists, as steps from one to the other. */
final class Alignment {
    /** Above this many cells everything between equal ends counts as changed. */
    private static final long MOST_CELLS = 4_000_000;

    private Alignment() {}

    record Step<T>(TextChanges.Kind kind, T value) {}

    static <T> List<Step<T>> of(List<T> before, List<T> after) {
        var steps = new ArrayList<Step<T>>();
        if ((long) before.size() * after.size() > MOST_CELLS) {
            before.forEach(value -> steps.add(new Step<>(TextChanges.Kind.REMOVED, value)));
            after.forEach(value -> steps.add(new Step<>(TextChanges.Kind.ADDED, value)));
            return steps;
        }
        var common = lengths(before, after);
        var i = 0;
        var j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                steps.add(new Step<>(TextChanges.Kind.SAME, after.get(j)));
                i++;
                j++;
            } else if (j == after.size()
                    || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step<>(TextChanges.Kind.REMOVED, before.get(i)));
                i++;
            } else {
                steps.add(new Step<>(TextChanges.Kind.ADDED, after.get(j)));
                j++;
            }
        }
        return steps;
    }

    private static <T> int[][] lengths(List<T> before, List<T> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
