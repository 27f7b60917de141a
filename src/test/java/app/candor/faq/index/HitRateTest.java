package app.candor.faq.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The large library is measured by {@code ./candor bench faq}. */
class HitRateTest {
    private static final long SEED = 20_261_118;

    @Test
    void ofTwentyQueriesWithASlipAtLeastNineteenHaveTheRightEntryAmongTheFirstThree()
            throws Exception {
        System.out.println("Seed of the library and the queries: " + SEED);
        var library = new GeneratedLibrary(SEED, 1_000);
        try (var finder = new Finder()) {
            library.cards().forEach(card -> finder.put(card.id(), List.of(card)));
            finder.refresh();

            assertThat(FaqSpeed.top3(finder, library.queriesWithOneSlip(400)))
                    .isGreaterThanOrEqualTo(0.95);
        }
    }
}
