package app.candor.coedit.authority;

import app.candor.prosemirror.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** The texts in memory on this node; opens one when it is asked for something. */
public final class OpenTexts implements DisposableBean {
    /** A stop does not wait for a database that is gone. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final Storage storage;
    private final CoeditSettings settings;
    private final ConcurrentHashMap<String, Running> texts = new ConcurrentHashMap<>();

    private record Running(OpenText text, Thread thread) {}

    OpenTexts(Storage storage, CoeditSettings settings) {
        this.storage = storage;
        this.settings = settings;
    }

    /** Empty if there is none of that id. */
    public Optional<FoundText> find(String textId) {
        var running = texts.get(textId);
        var ref = running == null ? null : running.text().ref();
        return ref == null
                ? storage.snapshots().head(textId).map(head -> new FoundText(head.ref(), head))
                : Optional.of(new FoundText(ref, null));
    }

    /** Begins to read the text, so that it is there when a tab that is connecting asks. */
    public void expect(FoundText found) {
        texts.computeIfAbsent(found.ref().id(), textId -> open(textId, found.head()));
    }

    /**
     * @param seq the version the tab has a copy of, −1 for none
     */
    public void join(String textId, Attendee who, long seq) {
        submit(textId, new Request.Join(who, seq));
    }

    public void leave(String textId, Attendee who) {
        var running = texts.get(textId);
        if (running != null) {
            running.text().offer(new Request.Leave(who));
        }
    }

    /**
     * Steps made on version {@code baseSeq}; the answer comes to the attendee.
     *
     * @param clientSeq the tab's own number for this push, from 1
     */
    public void push(
            String textId,
            Attendee from,
            String clientId,
            long clientSeq,
            long baseSeq,
            List<Step> steps) {
        submit(textId, new Request.Push(from, clientId, clientSeq, baseSeq, steps));
    }

    public void caretAt(String textId, Attendee who, int anchor, int head, long seq) {
        submit(textId, new Request.CaretAt(who, anchor, head, seq));
    }

    public void caretGone(String textId, Attendee who) {
        submit(textId, new Request.CaretGone(who));
    }

    void submit(String textId, Request request) {
        while (!texts.computeIfAbsent(textId, id -> open(id, null)).text().offer(request)) {
            Thread.yield();
        }
    }

    int inMemory() {
        return texts.size();
    }

    private Running open(String textId, Snapshots.@Nullable Head start) {
        var text =
                new OpenText(
                        textId, start, storage, settings, closed -> texts.remove(closed.textId()));
        return new Running(text, Thread.ofVirtual().name("text " + textId).start(text));
    }

    @Override
    public void destroy() {
        var threads = texts.values().stream().map(Running::thread).toList();
        threads.forEach(Thread::interrupt);
        long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
