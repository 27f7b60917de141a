package app.candor.coedit.authority;

import app.candor.coedit.Attribution;
import app.candor.coedit.Change;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.coedit.Version;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Reads from the store, where alone the newest version is known; writes through the open text. */
final class StoredTexts implements Texts {
    private static final int PATIENCE_SECONDS = 30;
    private static final int LONGEST_HISTORY = 1_000;

    private final OpenTexts open;
    private final Storage storage;
    private final Schema schema;

    StoredTexts(OpenTexts open, Storage storage, Schema schema) {
        this.open = open;
        this.storage = storage;
        this.schema = schema;
    }

    @Override
    public void create(TextRef text, Node initial) {
        initial.check();
        storage.snapshots().create(text, TextState.created(initial));
    }

    @Override
    public void create(TextRef text) {
        create(text, schema.emptyDocument());
    }

    @Override
    public Version current(String textId) {
        return version(textId, newest(textId));
    }

    @Override
    public Version at(String textId, long seq) {
        return version(textId, storage.archive().at(textId, seq));
    }

    @Override
    public Version lock(String textId, String reason, String by) {
        return setLock(textId, new LockEntry(true, reason), by);
    }

    @Override
    public void unlock(String textId, String reason, String by) {
        setLock(textId, new LockEntry(false, reason), by);
    }

    @Override
    public Version edit(String textId, String by, Function<Node, List<Step>> change) {
        var done = new CompletableFuture<Version>();
        open.submit(textId, new Request.Edit(by, change, done));
        return await(done);
    }

    @Override
    public Version merge(String textId, String by, String once, long baseSeq, List<Step> steps) {
        var done = new CompletableFuture<Version>();
        open.submit(textId, new Request.Merge(by, once, baseSeq, List.copyOf(steps), done));
        return await(done);
    }

    @Override
    public Optional<TextRef> find(String textId) {
        return storage.snapshots().ref(textId);
    }

    @Override
    public Set<String> writersSince(String textId, long seq) {
        return newest(textId).writersSince(seq);
    }

    @Override
    public Attribution attribution(String textId, long seq) {
        var version = at(textId, seq);
        var pieces = new ArrayList<Attribution.Piece>();
        int from = 0;
        for (var run : storage.authors().of(textId, seq).runs()) {
            var origin = run.origin();
            pieces.add(
                    new Attribution.Piece(
                            from,
                            from + run.size(),
                            origin.by(),
                            origin.first(),
                            origin.last(),
                            origin.since(),
                            origin.until()));
            from += run.size();
        }
        return new Attribution(version, pieces);
    }

    @Override
    public String plainText(String textId) {
        return current(textId).plainText();
    }

    @Override
    public List<Change> history(String textId, long afterSeq, int limit) {
        if (limit < 1 || limit > LONGEST_HISTORY) {
            throw new IllegalArgumentException("1 to " + LONGEST_HISTORY + " entries at once");
        }
        return storage.log().after(textId, afterSeq, limit).stream()
                .map(StoredTexts::change)
                .toList();
    }

    private TextState newest(String textId) {
        return storage.archive().open(textId).state();
    }

    private Version setLock(String textId, LockEntry entry, String by) {
        var done = new CompletableFuture<Version>();
        open.submit(textId, new Request.SetLock(by, entry, done));
        return await(done);
    }

    private static Version await(CompletableFuture<Version> done) {
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The text did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Version version(String textId, TextState state) {
        return new Version(textId, state.seq(), state.doc(), state.locked());
    }

    private static Change change(Commit commit) {
        var lock = commit.lock();
        var kind =
                lock == null
                        ? Change.Kind.EDIT
                        : lock.locked() ? Change.Kind.LOCK : Change.Kind.UNLOCK;
        return new Change(commit.seq(), commit.userId(), commit.at(), kind, commit.steps());
    }
}
