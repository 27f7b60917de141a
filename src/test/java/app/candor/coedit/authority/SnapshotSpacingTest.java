package app.candor.coedit.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotSpacingTest {

    @Test
    void aShortTextKeepsAllItHas() {
        assertThat(SnapshotSpacing.superfluous(List.of())).isEmpty();
        assertThat(SnapshotSpacing.superfluous(List.of(100L))).isEmpty();
        assertThat(SnapshotSpacing.superfluous(List.of(100L, 203L, 300L, 401L))).isEmpty();
    }

    @Test
    void aTextThatKeptThemAllIsThinnedOutAtOnce() {
        var all = new ArrayList<Long>();
        for (long seq = 100; seq <= 100_000; seq += 100) {
            all.add(seq);
        }
        var left = new ArrayList<>(all);
        left.removeAll(SnapshotSpacing.superfluous(all));

        assertThat(left).hasSizeBetween(40, 100).endsWith(99_800L, 99_900L, 100_000L);
        assertThat(SnapshotSpacing.superfluous(left)).isEmpty();
    }

    @Test
    void howeverATextGrowsAnyVersionIsNearASnapshotBeforeIt() {
        long seed = Long.getLong("candor.seed", System.nanoTime());
        System.out.println("Spacing seed " + seed);
        var random = new Random(seed);
        for (int text = 0; text < 20; text++) {
            var kept = new ArrayList<Long>();
            long newest = 0;
            long fresh = 0;
            while (newest < 50_000) {
                long distance = 100 + (random.nextInt(10) == 0 ? random.nextInt(1_000) : 0);
                fresh = Math.max(fresh, distance);
                newest += distance;
                kept.add(newest);
                kept.removeAll(SnapshotSpacing.superfluous(kept));
                near(kept, newest, fresh);
            }
            assertThat(kept).hasSizeLessThan(100);
        }
    }

    private static void near(List<Long> kept, long newest, long fresh) {
        assertThat(kept.getLast()).isEqualTo(newest);
        long before = 0;
        for (long seq : kept) {
            assertThat(seq - before).isLessThanOrEqualTo(Math.max(fresh, (newest - seq) / 8));
            before = seq;
        }
    }
}
