package app.candor.coedit.websocket;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries out sendings with few threads, however many tabs are to be told.
 *
 * <p>A thread a sending costs more than the sending. So as many couriers as there are processors
 * take one after the other, each with a blocking call; one that is held up by a slow tab is not
 * waited for: another takes its place within milliseconds.
 */
final class Couriers implements Executor {
    private static final long PATIENCE = Duration.ofMillis(5).toNanos();

    private final Executor threads;
    private final int usual = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Set<Courier> couriers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger free = new AtomicInteger();
    private final AtomicBoolean watched = new AtomicBoolean();

    /**
     * @param threads starts a thread for each task
     */
    Couriers(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable sending) {
        waiting.add(sending);
        if (free.get() < usual) {
            send();
        }
    }

    /** Sends one more courier, unless enough are on their way. */
    private void send() {
        if (free.incrementAndGet() > usual) {
            free.decrementAndGet();
            return;
        }
        threads.execute(new Courier());
        if (watched.compareAndSet(false, true)) {
            threads.execute(this::watch);
        }
    }

    private void watch() {
        do {
            while (!couriers.isEmpty() || !waiting.isEmpty()) {
                LockSupport.parkNanos(PATIENCE);
                long now = System.nanoTime();
                couriers.forEach(courier -> courier.lookAt(now));
                if (!waiting.isEmpty()) {
                    send();
                }
            }
            watched.set(false);
        } while (!waiting.isEmpty() && watched.compareAndSet(false, true));
    }

    private final class Courier implements Runnable {
        private volatile long since;
        private volatile boolean held;
        private boolean done;

        @Override
        public void run() {
            couriers.add(this);
            try {
                deliver();
            } finally {
                finish();
            }
            if (!waiting.isEmpty()) {
                send();
            }
        }

        private void deliver() {
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                since = System.nanoTime();
                next.run();
                since = 0;
                if (held) {
                    return;
                }
            }
        }

        /** Held up for long: somebody else may go in its place. */
        synchronized void lookAt(long now) {
            long begun = since;
            if (!done && !held && begun != 0 && now - begun > PATIENCE) {
                held = true;
                free.decrementAndGet();
            }
        }

        private synchronized void finish() {
            done = true;
            couriers.remove(this);
            if (!held) {
                free.decrementAndGet();
            }
        }
    }
}
