package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CouriersTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    /** Held until they may go, so that a test can say what waits for the first of them. */
    private final Couriers couriers =
            new Couriers(task ->
                    threads.execute(() -> {
                        wait(go);
                        task.run();
                    }));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void tabsThatTakeNothingDoNotKeepTheOthersFromBeingTold() throws Exception {
        go.countDown();
        var told = new CountDownLatch(500);
        for (int i = 0; i < 520; i++) {
            couriers.execute(i < 20 ? () -> wait(never) : told::countDown);
        }

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatASlowTabsCourierHadTakenTooIsCarriedByAnother() throws Exception {
        var told = new CountDownLatch(6);
        for (int i = 0; i < 8; i++) {
            couriers.execute(i < 2 ? () -> wait(never) : told::countDown);
        }

        go.countDown();

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everySendingIsCarriedOutOnce() throws Exception {
        go.countDown();
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

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
