package app.candor.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindSourceTest {

    @Test
    void everyWordHasToStandSomewhereAndTheNameCountsMost() {
        assertThat(FindSource.weight("late orders", "Orders arrive late", "INC-K7Q4")).isPositive();
        assertThat(FindSource.weight("late refunds", "Orders arrive late", "INC-K7Q4")).isZero();
        assertThat(FindSource.weight("inc-k7q4", "INC-K7Q4"))
                .isGreaterThan(FindSource.weight("inc", "INC-K7Q4"));
        assertThat(FindSource.weight("orders", "Orders arrive late"))
                .isGreaterThan(FindSource.weight("late", "Orders arrive late"));
    }

    @Test
    void aPlaceIsCutOutOfALongTextWithItsWordsInside() {
        var text = "a ".repeat(100) + "the backlog\nis gone " + "b ".repeat(100);

        assertThat(FindSource.place("BACKLOG", text))
                .startsWith("…")
                .endsWith("…")
                .contains("the backlog is gone")
                .hasSizeLessThan(130);
        assertThat(FindSource.place("refund", text)).isEmpty();
    }
}
