package app.candor.incident;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages, computed exactly and rounded half up for reading only. */
final class Shares {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 6;

    private Shares() {}

    /** One decimal: {@code 31.5}. */
    static String percent(int part, int whole) {
        return rounded(part, whole, 1).toPlainString();
    }

    /**
     * As {@link #percent}, with more decimals where one would make a share look equal to the
     * threshold although it is not.
     */
    static String percentBeside(int part, int whole, int threshold) {
        var same = (long) part * 100 == (long) whole * threshold;
        var shown = rounded(part, whole, 1);
        for (var decimals = 2; !same && decimals <= MOST_DECIMALS; decimals++) {
            if (shown.compareTo(BigDecimal.valueOf(threshold)) != 0) {
                break;
            }
            shown = rounded(part, whole, decimals);
        }
        return shown.toPlainString();
    }

    /** Strictly: exactly the threshold is not over it. */
    static boolean over(int part, int whole, int threshold) {
        return (long) part * 100 > (long) whole * threshold;
    }

    private static BigDecimal rounded(int part, int whole, int decimals) {
        return BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
