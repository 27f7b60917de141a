package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One text in memory, and the one thread of this node that writes it.
 *
 * <p>What queues up while a group is being stored goes into the next group.
 */
final class OpenText implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(OpenText.class);
    private static final int MOST_AT_ONCE = 256;

    /** A tab further behind than this gets the whole text instead. */
    private static final int LONGEST_CATCH_UP = 2_000;

    private final String textId;
    private final CoeditSettings settings;
    private final Consumer<OpenText> whenClosed;

    private final LinkedBlockingQueue<Request> mailbox = new LinkedBlockingQueue<>();
    private boolean closed;

    private final Attendance attendance = new Attendance();
    private final Newest newest;
    private Snapshots.@Nullable Head start;
    private long usedAt;

    /**
     * @param start where to begin to read, if that was read before
     */
    OpenText(
            String textId,
            Snapshots.@Nullable Head start,
            Storage storage,
            CoeditSettings settings,
            Consumer<OpenText> whenClosed) {
        this.textId = textId;
        this.start = start;
        this.settings = settings;
        this.whenClosed = whenClosed;
        this.newest = new Newest(textId, storage, settings, attendance::committed);
    }

    String textId() {
        return textId;
    }

    /** Whose text it is; null before it is loaded. */
    @Nullable TextRef ref() {
        return newest.ref();
    }

    /**
     * @return false if this text has just left memory and has to be opened anew
     */
    boolean offer(Request request) {
        synchronized (mailbox) {
            return !closed && mailbox.add(request);
        }
    }

    @Override
    public void run() {
        var work = new ArrayList<Request>();
        RuntimeException cause = new IllegalStateException("The text was closed");
        boolean sound = true;
        try {
            newest.load(start);
            start = null;
            usedAt = System.nanoTime();
            while (!retired()) {
                work.clear();
                var first = mailbox.poll(patience(), TimeUnit.NANOSECONDS);
                if (first != null) {
                    usedAt = System.nanoTime();
                    work.add(first);
                    mailbox.drainTo(work, MOST_AT_ONCE - 1);
                    handle(work);
                } else {
                    // In a pause, or the next to write would wait until the text is parsed.
                    newest.state().doc();
                }
                lookAtOtherNodes();
                attendance.sendCarets(settings.caretEvery());
            }
            work.clear();
        } catch (InterruptedException e) {
            // The portal stops, and waits a moment for this thread.
        } catch (RuntimeException e) {
            sound = false;
            cause = e;
            log.warn("An open text had to be closed: {}", e.getClass().getName());
        } finally {
            close(work, cause);
        }
        if (sound) {
            newest.leave();
        }
    }

    private void handle(List<Request> work) {
        var writes = new ArrayList<Request.Write>();
        for (var request : work) {
            if (request instanceof Request.Write write) {
                writes.add(write);
            } else {
                newest.store(writes);
                writes.clear();
                attend(request);
            }
        }
        newest.store(writes);
    }

    private void attend(Request request) {
        switch (request) {
            case Request.Join(var who, var seq) -> join(who, seq);
            case Request.Leave(var who) -> attendance.leave(who);
            case Request.CaretAt caret -> caretAt(caret);
            case Request.CaretGone(var who) -> attendance.caretGone(who);
            case Request.Write write -> throw new IllegalArgumentException("A write: " + write);
        }
    }

    private void caretAt(Request.CaretAt caret) {
        var state = newest.state();
        int end = state.doc().content().size();
        if (state.seq() - caret.seq() <= LONGEST_CATCH_UP
                && caret.anchor() <= end
                && caret.head() <= end) {
            attendance.caretAt(caret, newest.since(caret.seq()));
        }
    }

    private void join(Attendee who, long seq) {
        if (seq > newest.state().seq()) {
            newest.catchUp();
        }
        var state = newest.state();
        long missing = state.seq() - seq;
        if (seq < 0 || missing < 0 || missing > LONGEST_CATCH_UP) {
            who.welcome(state);
        } else {
            who.caughtUp(newest.since(seq), state);
        }
        attendance.join(who);
    }

    private void lookAtOtherNodes() {
        if (attendance.any() && newest.age() >= settings.poll().toNanos()) {
            newest.catchUp();
        }
    }

    /** How long there is nothing to do unless somebody asks, in nanoseconds. */
    private long patience() {
        long patience =
                attendance.any()
                        ? settings.poll().toNanos() - newest.age()
                        : settings.idleAfter().toNanos() - since(usedAt);
        patience = Math.min(patience, attendance.untilCarets(settings.caretEvery()));
        return Math.max(patience, Duration.ofMillis(1).toNanos());
    }

    private boolean retired() {
        if (attendance.any() || since(usedAt) < settings.idleAfter().toNanos()) {
            return false;
        }
        synchronized (mailbox) {
            closed = mailbox.isEmpty();
            return closed;
        }
    }

    private void close(List<Request> unfinished, RuntimeException cause) {
        synchronized (mailbox) {
            closed = true;
            mailbox.drainTo(unfinished);
        }
        whenClosed.accept(this);
        for (var request : unfinished) {
            if (request instanceof Request.Write write) {
                write.interrupted(cause);
            } else if (request instanceof Request.Join(var who, var seq)) {
                who.interrupted();
            }
        }
        attendance.interrupted();
    }

    private static long since(long nanoTime) {
        return System.nanoTime() - nanoTime;
    }
}
