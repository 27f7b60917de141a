package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Two sequences laid beside each other so that as much as possible stays.
 *
 * @param <T> what the sequences are made of
 */
final class Alignment<T> {
    /** Largest table worked out, in cells; beyond it the middle counts as replaced. */
    private static final long LARGEST = 4_000_000;

    /** No element of that side. */
    static final int NONE = -1;

    /**
     * One row: an element of either side, or both where they stay together.
     *
     * @param before index on the old side, or {@link #NONE}
     * @param after index on the new side, or {@link #NONE}
     */
    record Row(int before, int after) {}

    private final List<T> before;
    private final List<T> after;
    private final ToDoubleBiFunction<T, T> likeness;
    private final List<Row> rows = new ArrayList<>();

    private Alignment(List<T> before, List<T> after, ToDoubleBiFunction<T, T> likeness) {
        this.before = before;
        this.after = after;
        this.likeness = likeness;
    }

    /**
     * @param likeness 0 for elements that cannot stay together, up to 1 for equal ones
     */
    static <T> List<Row> of(List<T> before, List<T> after, ToDoubleBiFunction<T, T> likeness) {
        Alignment<T> alignment = new Alignment<>(before, after, likeness);
        alignment.align();
        return alignment.rows;
    }

    private boolean equal(int i, int j) {
        return before.get(i).equals(after.get(j));
    }

    private void align() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && equal(start, start)) {
            rows.add(new Row(start, start));
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && equal(before.size() - tail - 1, after.size() - tail - 1)) {
            tail++;
        }
        middle(start, before.size() - tail, after.size() - tail);
        for (int i = tail; i > 0; i--) {
            rows.add(new Row(before.size() - i, after.size() - i));
        }
    }

    private void middle(int start, int beforeEnd, int afterEnd) {
        int n = beforeEnd - start;
        int m = afterEnd - start;
        if ((long) n * m > LARGEST) {
            replaced(start, beforeEnd, start, afterEnd);
            return;
        }
        float[][] best = scores(start, n, m);
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            double alike = likeness.applyAsDouble(before.get(start + i), after.get(start + j));
            if (alike > 0 && best[i][j] == (float) (alike + best[i + 1][j + 1])) {
                rows.add(new Row(start + i++, start + j++));
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                rows.add(new Row(start + i++, NONE));
            } else {
                rows.add(new Row(NONE, start + j++));
            }
        }
        replaced(start + i, beforeEnd, start + j, afterEnd);
    }

    /** By how many elements of either side are left, the most likeness that can be kept. */
    private float[][] scores(int start, int n, int m) {
        float[][] best = new float[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                float apart = Math.max(best[i + 1][j], best[i][j + 1]);
                double alike = likeness.applyAsDouble(before.get(start + i), after.get(start + j));
                best[i][j] =
                        alike > 0 ? Math.max(apart, (float) (alike + best[i + 1][j + 1])) : apart;
            }
        }
        return best;
    }

    private void replaced(int from, int to, int newFrom, int newTo) {
        for (int i = from; i < to; i++) {
            rows.add(new Row(i, NONE));
        }
        for (int j = newFrom; j < newTo; j++) {
            rows.add(new Row(NONE, j));
        }
    }
}
