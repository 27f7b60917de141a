package app.candor.coedit.websocket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries out sendings with few threads, however many tabs are to be told.
 *
 * <p>A thread a sending costs more than the sending. So as many couriers as there are processors
 * take some at a time and carry out one after the other, each with a blocking call; one that is
 * held up by a slow tab is not waited for: another takes its place, and what else it had taken,
 * when the next sending comes, and in any case soon.
 */
final class Couriers implements Executor {
    /** Few enough that no courier is done long before the others. */
    private static final int LOAD = 8;

    private static final long PATIENCE = Duration.ofMillis(5).toNanos();

    /** Rarely: to wake up costs as much as some sendings, and most bursts are over before. */
    private static final long LOOK_EVERY = Duration.ofMillis(20).toNanos();

    private final Executor threads;
    private final int usual = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<Courier> couriers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger free = new AtomicInteger();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final AtomicLong bursts = new AtomicLong();
    private volatile long lookedAt = System.nanoTime();

    /**
     * @param threads starts a thread for each task
     */
    Couriers(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable sending) {
        synchronized (waiting) {
            waiting.addLast(sending);
        }
        if (free.get() < usual) {
            send();
        } else {
            lookIfDue();
        }
    }

    private boolean anyWaiting() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }

    /** Sends one more courier, unless enough are on their way. */
    private void send() {
        if (free.incrementAndGet() > usual) {
            free.decrementAndGet();
            return;
        }
        threads.execute(new Courier());
        bursts.incrementAndGet();
        if (watched.compareAndSet(false, true)) {
            threads.execute(this::watch);
        }
    }

    /** For as long as there is something to be sent every now and then. */
    private void watch() {
        long before;
        do {
            do {
                before = bursts.get();
                LockSupport.parkNanos(LOOK_EVERY);
                look(System.nanoTime());
            } while (bursts.get() != before || !couriers.isEmpty() || anyWaiting());
            watched.set(false);
        } while ((bursts.get() != before || anyWaiting()) && watched.compareAndSet(false, true));
    }

    private void lookIfDue() {
        long now = System.nanoTime();
        if (now - lookedAt > PATIENCE) {
            look(now);
        }
    }

    private void look(long now) {
        lookedAt = now;
        couriers.forEach(courier -> courier.lookAt(now));
        while (anyWaiting() && free.get() < usual) {
            send();
        }
    }

    private final class Courier implements Runnable {
        private final Deque<Runnable> load = new ArrayDeque<>(LOAD);
        private volatile long since;
        private boolean held;
        private boolean done;

        @Override
        public void run() {
            couriers.add(this);
            try {
                deliver();
            } finally {
                finish();
            }
            if (anyWaiting()) {
                send();
            }
        }

        private void deliver() {
            for (var next = next(); next != null; next = next()) {
                since = System.nanoTime();
                next.run();
                since = 0;
            }
        }

        /** None for one that was held up: nobody would look whether what it takes is held up. */
        private synchronized @Nullable Runnable next() {
            if (held) {
                return null;
            }
            if (load.isEmpty()) {
                synchronized (waiting) {
                    for (int i = 0; i < LOAD && !waiting.isEmpty(); i++) {
                        load.addLast(waiting.removeFirst());
                    }
                }
            }
            return load.pollFirst();
        }

        /** Held up for long: somebody else may go in its place. */
        synchronized void lookAt(long now) {
            long begun = since;
            if (!done && !held && begun != 0 && now - begun > PATIENCE) {
                held = true;
                free.decrementAndGet();
                giveBack();
            }
        }

        private void giveBack() {
            synchronized (waiting) {
                while (!load.isEmpty()) {
                    waiting.addFirst(load.removeLast());
                }
            }
        }

        private synchronized void finish() {
            done = true;
            couriers.remove(this);
            giveBack();
            if (!held) {
                free.decrementAndGet();
            }
        }
    }
}
