package app.candor.coedit.authority;

import app.candor.coedit.NoSuchText;
import app.candor.coedit.TextRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest version of one text that this node knows, and how another is put on top.
 *
 * <p>A group of writes is stored, then shown to everybody, and its sender's copy is the
 * acknowledgement. Another node may write the same text: a number that is taken means that it did,
 * and the rest of the group is judged again on top of what it wrote.
 */
final class Newest {
    private static final Logger log = LoggerFactory.getLogger(Newest.class);
    private static final int MOST_ATTEMPTS = 200;
    private static final int CATCH_UP_PAGE = 500;

    private final String textId;
    private final Storage storage;
    private final CoeditSettings settings;
    private final Consumer<List<Commit>> shown;
    private final RecentCommits recent;
    private final Tabs tabs;
    private final AtomicBoolean snapshotting = new AtomicBoolean();
    private @Nullable TextState loaded;
    private volatile @Nullable TextRef ref;
    private volatile long snapshotSeq;
    private long lookedAt;

    /**
     * @param shown told of what is stored, by whichever node, in order
     */
    Newest(String textId, Storage storage, CoeditSettings settings, Consumer<List<Commit>> shown) {
        this.textId = textId;
        this.storage = storage;
        this.settings = settings;
        this.shown = shown;
        this.recent = new RecentCommits(textId, storage.log(), settings.recent());
        this.tabs = new Tabs(textId, storage.log());
    }

    /**
     * @param start where to begin to read; null to look for it
     * @throws NoSuchText if there is none of that id
     */
    void load(Snapshots.@Nullable Head start) {
        var head = start == null ? storage.archive().head(textId) : start;
        var opened = storage.archive().open(head);
        opened.recent()
                .forEach(commit -> {
                    recent.add(commit);
                    tabs.stored(commit);
                });
        loaded = opened.state();
        snapshotSeq = opened.state().seq() - opened.recent().size();
        ref = head.ref();
        lookedAt = System.nanoTime();
    }

    TextState state() {
        var state = loaded;
        if (state == null) {
            throw new IllegalStateException("Not loaded yet");
        }
        return state;
    }

    /** Whose text it is; null before it is loaded. */
    @Nullable TextRef ref() {
        return ref;
    }

    /** What was committed after that version, oldest first. */
    List<Commit> since(long seq) {
        return recent.since(seq, state().seq());
    }

    /** How long ago this was known to be the newest version of any node, in nanoseconds. */
    long age() {
        return System.nanoTime() - lookedAt;
    }

    /** Answers every write, once it is stored or refused. */
    void store(List<Request.Write> writes) {
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
            writes.get(i).answer(verdicts.get(i));
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
    void catchUp() {
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
        }
        shown.accept(commits);
    }

    /** Beside the writing: nobody waits for a snapshot. */
    private void keepSnapshot(TextState state) {
        if (snapshotting.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    storage.snapshots().keep(textId, state);
                    snapshotSeq = state.seq();
                } catch (RuntimeException e) {
                    log.warn("A snapshot was not stored: {}", e.getClass().getName());
                } finally {
                    snapshotting.set(false);
                }
            });
        }
    }

    /**
     * So that who opens the text next need not read again what was done since the last snapshot.
     */
    void leave() {
        try {
            if (state().seq() > snapshotSeq) {
                storage.snapshots().startAt(textId, state());
            }
        } catch (RuntimeException e) {
            log.warn("A text's newest version was not kept: {}", e.getClass().getName());
        }
    }
}
