package app.candor.coedit.authority;

import app.candor.coedit.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One text in memory, and the one thread of this node that writes it.
 *
 * <p>What queues up while a group is being stored goes into the next group. A group is stored, then
 * shown to everybody, and its sender's copy is the acknowledgement. Another node may write the same
 * text: a number that is taken means that it did, and the rest of the group is judged again on top
 * of what it wrote.
 */
final class OpenText implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(OpenText.class);
    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_ATTEMPTS = 200;
    private static final int CATCH_UP_PAGE = 500;

    /** A tab further behind than this gets the whole text instead. */
    private static final int LONGEST_CATCH_UP = 2_000;

    private final String textId;
    private final Storage storage;
    private final CoeditSettings settings;
    private final Consumer<OpenText> whenClosed;

    private final LinkedBlockingQueue<Request> mailbox = new LinkedBlockingQueue<>();
    private boolean closed;

    private final Set<Attendee> attendees = new LinkedHashSet<>();
    private final Carets carets = new Carets();
    private final RecentCommits recent;
    private final Tabs tabs;
    private final AtomicBoolean snapshotting = new AtomicBoolean();
    private @Nullable TextState loaded;
    private long lookedAt;
    private long caretsSentAt;
    private long usedAt;

    OpenText(
            String textId,
            Storage storage,
            CoeditSettings settings,
            Consumer<OpenText> whenClosed) {
        this.textId = textId;
        this.storage = storage;
        this.settings = settings;
        this.whenClosed = whenClosed;
        this.recent = new RecentCommits(textId, storage.log(), settings.recent());
        this.tabs = new Tabs(textId, storage.log());
    }

    String textId() {
        return textId;
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
        try {
            load();
            while (!retired()) {
                work.clear();
                var first = mailbox.poll(patience(), TimeUnit.NANOSECONDS);
                if (first != null) {
                    usedAt = System.nanoTime();
                    work.add(first);
                    mailbox.drainTo(work, MOST_AT_ONCE - 1);
                    handle(work);
                }
                lookAtOtherNodes();
                sendCarets();
            }
            work.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            cause = e;
            log.warn("An open text had to be closed: {}", e.getClass().getName());
        } finally {
            close(work, cause);
        }
    }

    private void load() {
        var opened = storage.archive().open(textId);
        opened.recent()
                .forEach(commit -> {
                    recent.add(commit);
                    tabs.stored(commit);
                });
        loaded = opened.state();
        lookedAt = System.nanoTime();
        usedAt = lookedAt;
    }

    private TextState state() {
        var state = loaded;
        if (state == null) {
            throw new IllegalStateException("Not loaded yet");
        }
        return state;
    }

    private void handle(List<Request> work) {
        var writes = new ArrayList<Request.Write>();
        for (var request : work) {
            if (request instanceof Request.Write write) {
                writes.add(write);
            } else {
                store(writes);
                writes.clear();
                attend(request);
            }
        }
        store(writes);
    }

    private void attend(Request request) {
        switch (request) {
            case Request.Join(var who, var seq) -> join(who, seq);
            case Request.Leave(var who) -> {
                attendees.remove(who);
                carets.left(who.participant().clientId());
            }
            case Request.CaretAt(var who, var anchor, var head, var seq) -> {
                int end = state().doc().content().size();
                if (state().seq() - seq <= LONGEST_CATCH_UP && anchor <= end && head <= end) {
                    var missed = recent.since(seq, state().seq());
                    carets.moved(who.participant(), anchor, head, seq, missed);
                }
            }
            case Request.CaretGone(var who) -> carets.left(who.participant().clientId());
            case Request.Write write -> throw new IllegalArgumentException("A write: " + write);
        }
    }

    private void join(Attendee who, long seq) {
        if (seq > state().seq()) {
            catchUp();
        }
        long missing = state().seq() - seq;
        if (seq < 0 || missing < 0 || missing > LONGEST_CATCH_UP) {
            who.welcome(state());
        } else {
            who.caughtUp(recent.since(seq, state().seq()), state());
        }
        attendees.add(who);
        carets.all().ifPresent(who::send);
    }

    private void store(List<Request.Write> writes) {
        List<Request.Write> open = List.copyOf(writes);
        if (needsNewest(open)) {
            catchUp();
        }
        for (int vain = 0; !open.isEmpty(); ) {
            long before = state().seq();
            open = storeOnce(open);
            vain = state().seq() > before ? 0 : vain + 1;
            if (!open.isEmpty() && vain > 0) {
                waitForOtherNode(vain);
            }
        }
    }

    /** Its number is taken, but what it stored can not be read yet. */
    private static void waitForOtherNode(int attempt) {
        if (attempt > MOST_ATTEMPTS) {
            throw new IllegalStateException("A taken number of the log never became readable");
        }
        LockSupport.parkNanos(Duration.ofMillis(Math.min(attempt, 20)).toNanos());
    }

    /** A refusal is final, so it has to rest on the newest version and not on ours. */
    private boolean needsNewest(List<Request.Write> writes) {
        for (var write : writes) {
            if (!(write instanceof Request.Push push)
                    || push.baseSeq() > state().seq()
                    || state().locked()) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return what has to be judged again, because another node wrote in between
     */
    private List<Request.Write> storeOnce(List<Request.Write> writes) {
        var group =
                new Group(
                        textId,
                        state(),
                        recent,
                        tabs,
                        storage.log(),
                        storage.archive(),
                        storage.wire(),
                        storage.clock().instant());
        var verdicts = writes.stream().map(group::judge).toList();
        var commits = group.commits();
        int stored = commits.isEmpty() ? 0 : storage.log().append(textId, commits);
        int settled = 0;
        int storedOfThese = 0;
        var states = new ArrayList<Verdict.Store>();
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Store store) {
                if (storedOfThese == stored) {
                    break;
                }
                storedOfThese++;
                states.add(store);
            }
            settled++;
        }
        accept(states);
        for (int i = 0; i < settled; i++) {
            answer(writes.get(i), verdicts.get(i));
        }
        if (stored < commits.size()) {
            long before = state().seq();
            catchUp();
            if (state().seq() == before) {
                tabs.forget();
            }
        }
        return writes.subList(settled, writes.size());
    }

    private void answer(Request.Write write, Verdict verdict) {
        switch (write) {
            case Request.Push push -> {
                switch (verdict) {
                    case Verdict.Again(var commit) ->
                            push.from().send(new Frame.Commits(List.of(commit)));
                    case Verdict.RefusePush(var refusal, var message) ->
                            push.from().refused(push.clientSeq(), refusal, message);
                    default -> {} // The broadcast has told its sender.
                }
            }
            case Request.Edit(var by, var change, var done) -> answer(done, verdict, false);
            case Request.Merge merge -> answer(merge.done(), verdict, false);
            case Request.SetLock(var by, var entry, var done) ->
                    answer(done, verdict, entry.locked());
        }
    }

    private void answer(CompletableFuture<Version> done, Verdict verdict, boolean lock) {
        switch (verdict) {
            case Verdict.Store(var commit, var before, var after) ->
                    done.complete(
                            new Version(
                                    textId,
                                    lock ? before.seq() : after.seq(),
                                    after.doc(),
                                    after.locked()));
            case Verdict.Nothing(var version) -> done.complete(version);
            case Verdict.RefuseEdit(var reason) -> done.completeExceptionally(reason);
            default -> throw new IllegalStateException("No answer to an edit: " + verdict);
        }
    }

    private void accept(List<Verdict.Store> stored) {
        if (!stored.isEmpty()) {
            lookedAt = System.nanoTime();
            long before = state().seq();
            show(stored.stream().map(Verdict.Store::commit).toList(), stored.getLast().after());
            if (state().seq() / settings.snapshotEvery() > before / settings.snapshotEvery()) {
                keepSnapshot(state());
            }
        }
    }

    /** Takes over what other nodes stored. */
    private void catchUp() {
        List<Commit> page;
        do {
            page = storage.log().after(textId, state().seq(), CATCH_UP_PAGE);
            if (!page.isEmpty()) {
                show(page, Archive.replay(state(), page));
            }
        } while (page.size() == CATCH_UP_PAGE);
        lookedAt = System.nanoTime();
    }

    private void show(List<Commit> commits, TextState after) {
        loaded = after;
        for (var commit : commits) {
            recent.add(commit);
            tabs.stored(commit);
            carets.committed(commit);
        }
        broadcast(new Frame.Commits(commits));
        for (var commit : commits) {
            if (commit.lock() != null) {
                broadcast(new Frame.Locked(commit.seq(), commit.lock()));
            }
        }
    }

    private void broadcast(Frame frame) {
        attendees.forEach(attendee -> attendee.send(frame));
    }

    /** Beside the writing: nobody waits for a snapshot. */
    private void keepSnapshot(TextState state) {
        if (snapshotting.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    storage.snapshots().keep(textId, state);
                } catch (RuntimeException e) {
                    log.warn("A snapshot was not stored: {}", e.getClass().getName());
                } finally {
                    snapshotting.set(false);
                }
            });
        }
    }

    private void lookAtOtherNodes() {
        if (!attendees.isEmpty() && since(lookedAt) >= settings.poll().toNanos()) {
            catchUp();
        }
    }

    private void sendCarets() {
        if (carets.anyNews() && since(caretsSentAt) >= settings.caretEvery().toNanos()) {
            caretsSentAt = System.nanoTime();
            broadcast(carets.news());
        }
    }

    /** How long there is nothing to do unless somebody asks, in nanoseconds. */
    private long patience() {
        long patience =
                attendees.isEmpty()
                        ? settings.idleAfter().toNanos() - since(usedAt)
                        : settings.poll().toNanos() - since(lookedAt);
        if (carets.anyNews()) {
            patience = Math.min(patience, settings.caretEvery().toNanos() - since(caretsSentAt));
        }
        return Math.max(patience, Duration.ofMillis(1).toNanos());
    }

    private boolean retired() {
        if (!attendees.isEmpty() || since(usedAt) < settings.idleAfter().toNanos()) {
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
        attendees.forEach(Attendee::interrupted);
    }

    private static long since(long nanoTime) {
        return System.nanoTime() - nanoTime;
    }
}
