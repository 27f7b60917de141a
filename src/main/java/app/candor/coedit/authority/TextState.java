package app.candor.coedit.authority;

import app.candor.coedit.TextLocked;
import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Rebase;
import app.candor.prosemirror.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text after one commit: the document and what else the log says up to there. Never changes. */
public final class TextState {
    private final long seq;
    private final @Nullable Schema schema;
    private volatile @Nullable Node doc;
    private final @Nullable Lock lock;
    private final Map<String, Long> writers;
    private volatile @Nullable String json;

    /**
     * A lock in force.
     *
     * @param seq the lock's own number in the log
     */
    record Lock(long seq, String reason) {}

    private TextState(
            long seq,
            @Nullable Schema schema,
            @Nullable Node doc,
            @Nullable String json,
            @Nullable Lock lock,
            Map<String, Long> writers) {
        this.seq = seq;
        this.schema = schema;
        this.doc = doc;
        this.json = json;
        this.lock = lock;
        this.writers = Map.copyOf(writers);
    }

    static TextState created(Node doc) {
        return new TextState(0, null, doc, null, null, Map.of());
    }

    /**
     * As it was kept. A tab that opens the text is sent this JSON; it is read when somebody writes.
     *
     * @param json what {@link #docJson()} was
     * @param writers for each person the number of their latest edit
     */
    static TextState stored(
            long seq, Schema schema, String json, @Nullable Lock lock, Map<String, Long> writers) {
        return new TextState(seq, schema, null, json, lock, writers);
    }

    public long seq() {
        return seq;
    }

    public Node doc() {
        var known = doc;
        if (known == null) {
            known = Objects.requireNonNull(schema).readDocument(docJson());
            doc = known;
        }
        return known;
    }

    public boolean locked() {
        return lock != null;
    }

    /** The reason of the lock in force, empty for an open text. */
    public String lockReason() {
        return lock == null ? "" : lock.reason();
    }

    @Nullable Lock lock() {
        return lock;
    }

    Map<String, Long> writers() {
        return writers;
    }

    Set<String> writersSince(long since) {
        return writers.entrySet().stream()
                .filter(latest -> latest.getValue() > since)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void requireUnlocked() {
        if (lock != null) {
            throw new TextLocked(lock.reason());
        }
    }

    /**
     * The state one stored commit later.
     *
     * @throws InvalidDocument if the commit does not fit, which no stored one does
     */
    TextState after(Commit commit) {
        return after(commit, Rebase.apply(doc(), commit.steps()).doc());
    }

    /** As {@link #after(Commit)} where the resulting document is known. */
    TextState after(Commit commit, Node result) {
        if (commit.seq() != seq + 1) {
            throw new IllegalStateException(
                    "Entry " + commit.seq() + " cannot follow entry " + seq + " of a text");
        }
        return new TextState(
                commit.seq(), null, result, null, lockAfter(commit), writersAfter(commit));
    }

    private @Nullable Lock lockAfter(Commit commit) {
        var entry = commit.lock();
        if (entry == null) {
            return lock;
        }
        return entry.locked() ? new Lock(commit.seq(), entry.reason()) : null;
    }

    private Map<String, Long> writersAfter(Commit commit) {
        if (commit.steps().isEmpty()) {
            return writers;
        }
        var after = new HashMap<>(writers);
        after.put(commit.userId(), commit.seq());
        return after;
    }

    /** The document's JSON; printed once however many readers ask. */
    public String docJson() {
        var known = json;
        if (known == null) {
            known = Json.print(doc().toJson());
            json = known;
        }
        return known;
    }
}
