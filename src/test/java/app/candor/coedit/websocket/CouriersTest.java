package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CouriersTest {

    @Test
    void tabsThatTakeNothingDoNotKeepTheOthersFromBeingTold() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var couriers = new Couriers(threads);
            var never = new CountDownLatch(1);
            var told = new CountDownLatch(500);
            for (int i = 0; i < 520; i++) {
                couriers.execute(i < 20 ? () -> wait(never) : told::countDown);
            }

            boolean all = told.await(10, TimeUnit.SECONDS);
            never.countDown();
            assertThat(all).isTrue();
        }
    }

    /** Nothing is sent after them, which would make somebody look. */
    @Test
    void whatASlowTabsCourierHadTakenTooIsCarriedByAnother() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var couriers = new Couriers(threads);
            var never = new CountDownLatch(1);
            var told = new CountDownLatch(6);
            for (int i = 0; i < 8; i++) {
                couriers.execute(i < 2 ? () -> wait(never) : told::countDown);
            }

            boolean all = told.await(10, TimeUnit.SECONDS);
            never.countDown();
            assertThat(all).isTrue();
        }
    }

    @Test
    void everySendingIsCarriedOutOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var couriers = new Couriers(threads);
            var told = new AtomicInteger();
            var all = new CountDownLatch(20_000);
            for (int sender = 0; sender < 4; sender++) {
                threads.execute(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        couriers.execute(() -> {
                            told.incrementAndGet();
                            all.countDown();
                        });
                    }
                });
            }

            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(told).hasValue(20_000);
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
