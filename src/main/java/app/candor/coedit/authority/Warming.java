package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Opens and writes a text of its own a few times after the start, or whoever opens the first one
 * would wait for code that has never run.
 *
 * <p>The text is under a random id and of a kind no person has a right to, so it is nobody's to see
 * and nodes that start at once do not meet. It is deleted in the end; what a crash left is deleted
 * by a later start.
 */
final class Warming {
    static final String PREFIX = Rehearsal.KIND + "-";

    /** No node takes that long, so what is older was left behind. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Warming.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OPENINGS = 40;
    private static final int PUSHES = 60;

    /** Between two snapshots, as most texts are found. */
    private static final int IN_LOG = 130;

    private static final int IN_SNAPSHOT = 100;

    /** Texts of people whose rights are asked about. */
    private static final int OTHERS = 40;

    private final Storage storage;
    private final OpenTexts texts;
    private final Schema schema;
    private final Supplier<Stream<Rehearsal>> rehearsals;

    /** What was done before time was up. */
    record Done(int openings, int pushes, int rehearsed) {}

    Warming(
            Storage storage,
            OpenTexts texts,
            Schema schema,
            Supplier<Stream<Rehearsal>> rehearsals) {
        this.storage = storage;
        this.texts = texts;
        this.schema = schema;
        this.rehearsals = rehearsals;
    }

    /** Beside everything else: nobody waits for it. */
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        Thread.ofPlatform().daemon().name("text-warming").start(this::quietly);
    }

    private void quietly() {
        try {
            log.debug("Opening texts was tried out: {}", run(LONGEST));
        } catch (RuntimeException e) {
            log.info("Opening texts could not be tried out: {}", e.getClass().getName());
        }
    }

    /**
     * @param longest when to stop; what was begun is finished
     */
    Done run(Duration longest) {
        removeLeftBehind();
        var id = PREFIX + UUID.randomUUID();
        long end = System.nanoTime() + longest.toNanos();
        fill(id);
        try {
            return new Done(open(id, end), write(id, end), rehearse(id, end));
        } finally {
            remove(id);
        }
    }

    private int rehearse(String id, long end) {
        var others = storage.snapshots().some(OTHERS);
        return rehearsals
                .get()
                .mapToInt(
                        rehearsal -> rehearsal.on(new TextRef(id, Rehearsal.KIND, id), others, end))
                .sum();
    }

    private void fill(String id) {
        var state = TextState.created(schema.document(someText()));
        storage.snapshots().create(new TextRef(id, Rehearsal.KIND, id), state);
        var commits = new ArrayList<Commit>();
        for (int seq = 1; seq <= IN_LOG; seq++) {
            var commit =
                    new Commit(
                            seq,
                            "warming",
                            seq,
                            Rehearsal.KIND,
                            storage.clock().instant(),
                            letter(),
                            Json.print(storage.wire().writeAll(letter())),
                            null);
            commits.add(commit);
            state = state.after(commit);
            if (seq == IN_SNAPSHOT) {
                storage.snapshots().keep(id, state);
            }
        }
        storage.log().append(id, commits);
    }

    private int open(String id, long end) {
        int openings = 0;
        while (openings < OPENINGS && System.nanoTime() < end) {
            storage.archive().open(storage.archive().head(id)).state().docJson();
            openings++;
        }
        return openings;
    }

    /** Returns when everything is answered, so that nothing is stored after the text is deleted. */
    private int write(String id, long end) {
        var writer = new Writer();
        texts.join(id, writer, -1);
        try {
            writer.awaitAnswer();
            int pushes = 0;
            while (pushes < PUSHES && System.nanoTime() < end) {
                pushes++;
                texts.push(id, writer, writer.participant().clientId(), pushes, IN_LOG, letter());
                writer.awaitAnswer();
            }
            return pushes;
        } finally {
            texts.leave(id, writer);
        }
    }

    private List<Step> letter() {
        return storage.wire().readAll(List.of(List.of("i", 1L, "a")));
    }

    private void removeLeftBehind() {
        var before = storage.clock().instant().minus(LEFT_BEHIND);
        storage.snapshots().beginningWith(PREFIX, before).forEach(this::remove);
    }

    private void remove(String id) {
        storage.snapshots().delete(id);
        storage.log().delete(id);
    }

    /** Headings and lists, in about the size of an incident's document. */
    private static Map<String, Object> someText() {
        var blocks = new ArrayList<Object>();
        for (int i = 0; i < 20; i++) {
            var words = paragraph("What happened to the %d. of them, and what we did".formatted(i));
            var point = Map.of("type", "list_item", "content", List.of(words));
            blocks.add(words);
            blocks.add(Map.of("type", "bullet_list", "content", List.of(point, point)));
        }
        return Map.of("type", "doc", "content", blocks);
    }

    private static Map<String, Object> paragraph(String words) {
        var strong = List.of(Map.of("type", "strong"));
        var text =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                i % 2 == 0
                                        ? Map.of("type", "text", "text", words)
                                        : Map.of("type", "text", "text", words, "marks", strong))
                        .toList();
        return Map.of("type", "paragraph", "content", text);
    }

    /** The one attendee; told once when it joins and once for each push. */
    private static final class Writer implements Attendee {
        private final Participant self = Participant.of("warmed", Rehearsal.KIND, Rehearsal.KIND);
        private final Semaphore told = new Semaphore(0);

        void awaitAnswer() {
            try {
                if (told.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The text did not answer");
        }

        @Override
        public Participant participant() {
            return self;
        }

        @Override
        public void welcome(TextState state) {
            told.release();
        }

        @Override
        public void caughtUp(List<Commit> missed, TextState state) {
            told.release();
        }

        @Override
        public void send(Frame frame) {
            if (frame.bytes().length > 0) {
                told.release();
            }
        }

        @Override
        public void refused(long clientSeq, Refusal refusal, String message) {
            told.release();
        }

        @Override
        public void interrupted() {
            told.release();
        }
    }
}
