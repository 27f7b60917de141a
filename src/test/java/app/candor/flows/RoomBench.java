package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.incident.Incident;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The room of a large incident in the built portal as {@code run} starts it: the time of the server
 * to open it, what a page holds in its memory, and when two hundred open pages see a new stage
 * while twenty people write. Writes {@code target/room.json}.
 */
@Tag("bench")
class RoomBench {
    private static final int OPENED = 30;
    private static final int PAGES = 195;
    private static final int WRITERS = 20;
    private static final Duration BETWEEN_LETTERS = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final List<String> STAGES =
            List.of(
                    "Identified",
                    "Monitoring",
                    "Identified",
                    "Monitoring",
                    "Identified",
                    "Monitoring");
    private static final List<String> WATCHING =
            List.of("commander", "engineer", "writer", "legal", "cslead");
    private static final List<String> WRITING =
            List.of(
                    "commander2",
                    "engineer2",
                    "legal2",
                    "leader",
                    "leader2",
                    "support",
                    "engineer",
                    "writer",
                    "legal",
                    "cslead");

    private static final String WATCH =
            """
            () => {
              let shown = '';
              new MutationObserver(() => {
                const now = document.querySelector('.room-head [aria-current=step] span:not(.i)')?.textContent ?? '';
                if (now !== shown) { shown = now; window.seen = Date.now(); }
              }).observe(document.body, { subtree: true, childList: true, characterData: true });
            }
            """;

    /** When a protocol page last heard of a new stage, in milliseconds since 1970. */
    private final AtomicLongArray heard = new AtomicLongArray(PAGES);

    private final List<SignedInClient> people = new ArrayList<>();
    private final List<ProtocolPage> pages = new ArrayList<>();

    @Test
    void measure(@TempDir Path data) throws Exception {
        var incident = LargeRoom.in(data);
        try (var portal = PortalProcess.empty(data)) {
            for (var name : WRITING) {
                people.add(SignedInClient.of(portal, name));
            }
            var opened = opened("/" + incident.path());
            var before = heap(portal);
            for (var n = 0; n < PAGES; n++) {
                var at = n;
                pages.add(
                        ProtocolPage.open(
                                people.get(n % people.size()),
                                "/" + incident.path(),
                                message -> hear(at, message)));
            }
            var kilobytes = (heap(portal) - before) / 1024.0 / PAGES;
            var pushed = new ArrayList<Long>();
            var letters = pushes(portal, incident, pushed);
            pushed.sort(null);
            Files.writeString(
                    Path.of("target/room.json"),
                    ("{\"entries\": %d, \"accounts\": %d, \"tasks\": %d, \"open_ms\": %.0f, \"open_p95_ms\": %.0f,"
                                    + " \"session_kb\": %.0f, \"pages\": %d, \"browsers\": %d, \"writers\": %d,"
                                    + " \"letters_per_s\": %.0f, \"stage_changes\": %d, \"push_p50_ms\": %d,"
                                    + " \"push_p95_ms\": %d, \"push_max_ms\": %d}")
                            .formatted(
                                    LargeRoom.ENTRIES,
                                    LargeRoom.ACCOUNTS,
                                    LargeRoom.TASKS,
                                    opened[OPENED / 2],
                                    opened[OPENED * 95 / 100],
                                    kilobytes,
                                    PAGES + WATCHING.size(),
                                    WATCHING.size(),
                                    WRITERS,
                                    letters,
                                    STAGES.size(),
                                    pushed.get(pushed.size() / 2),
                                    pushed.get(pushed.size() * 95 / 100),
                                    pushed.getLast()));
        }
    }

    /** Sorted, in milliseconds; one page at a time, the first ones not counted. */
    private double[] opened(String path) throws Exception {
        var took = new double[OPENED];
        for (var n = -OPENED; n < OPENED; n++) {
            try (var page = ProtocolPage.open(people.getFirst(), path, message -> {})) {
                if (n >= 0) {
                    took[n] = page.took().toNanos() / 1e6;
                }
            }
        }
        java.util.Arrays.sort(took);
        return took;
    }

    /**
     * Stage by stage, after a round that is not counted; returns the letters that were stored in a
     * second.
     */
    private double pushes(PortalProcess portal, Incident incident, List<Long> pushed)
            throws Exception {
        var writers = new ArrayList<CollabWriter>();
        try (var browsers = new Browsers();
                var clock = Executors.newScheduledThreadPool(1)) {
            var watching =
                    WATCHING.stream()
                            .map(name ->
                                    RoomPage.open(
                                            portal,
                                            browsers.signedInAs(portal, name),
                                            incident.key()))
                            .toList();
            for (var room : watching) {
                assertThat(room.text().saving()).hasText("Saved");
                room.page().evaluate(WATCH);
            }
            for (var n = 0; n < WRITERS; n++) {
                writers.add(
                        new CollabWriter(
                                people.get(n % people.size()),
                                incident.documentId(),
                                "bench-" + n));
            }
            clock.scheduleAtFixedRate(
                    () -> writers.forEach(CollabWriter::write),
                    0,
                    BETWEEN_LETTERS.toMillis(),
                    TimeUnit.MILLISECONDS);
            pause(Duration.ofSeconds(5));
            for (var stage : STAGES) {
                change(watching, stage);
            }
            var begun = System.nanoTime();
            var stored = stored(writers);
            for (var stage : STAGES) {
                pushed.addAll(change(watching, stage));
                pause(Duration.ofSeconds(2));
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            return (stored(writers) - stored) / seconds;
        } finally {
            writers.forEach(CollabWriter::close);
        }
    }

    /**
     * From the click to each page that shows it, in milliseconds; a page that never does has ten
     * seconds.
     */
    private List<Long> change(List<RoomPage> watching, String stage) {
        for (var at = 0; at < PAGES; at++) {
            heard.set(at, 0);
        }
        watching.forEach(room -> room.page().evaluate("() => { window.seen = 0; }"));
        var clicked = click(watching.getFirst(), "Move to " + stage.toLowerCase(Locale.ROOT));
        pause(Duration.ofSeconds(3));
        for (var room : watching) {
            assertThat(room.stage().and(current(room.page()))).containsText(stage);
        }
        var took = new ArrayList<Long>();
        for (var at = 0; at < PAGES; at++) {
            took.add(since(clicked, heard.get(at)));
        }
        for (var room : watching) {
            took.add(since(clicked, ((Number) room.page().evaluate("window.seen")).longValue()));
        }
        return took;
    }

    private static Locator current(Page page) {
        return page.locator(".room-head [aria-current=step]");
    }

    private static long since(long clicked, long seen) {
        return seen == 0 ? LONGEST.toMillis() : Math.max(0, seen - clicked);
    }

    /** The page's own clock at the click, in milliseconds since 1970. */
    private static long click(RoomPage room, String action) {
        var button = room.button(action);
        if (button.count() == 0) {
            room.page().getByLabel("More actions").click();
            button =
                    room.page()
                            .locator("vaadin-menu-bar-list-box [role=menuitem]")
                            .getByText(action);
        }
        return ((Number)
                        button.evaluate(
                                "each => { const now = Date.now(); each.click(); return now; }"))
                .longValue();
    }

    private void hear(int at, String message) {
        if (message.contains("\"aria-current\"") && message.contains("\"step\"")) {
            heard.compareAndSet(at, 0, System.currentTimeMillis());
        }
    }

    private static long stored(List<CollabWriter> writers) {
        return writers.stream().mapToLong(CollabWriter::acknowledged).sum();
    }

    /** Bytes in use after a full collection. */
    private static long heap(PortalProcess portal) throws Exception {
        jcmd(portal, "GC.run");
        var used = Pattern.compile("used (\\d+)K").matcher(jcmd(portal, "GC.heap_info"));
        var bytes = 0L;
        for (var generation = 0; generation < 2 && used.find(); generation++) {
            bytes += Long.parseLong(used.group(1)) * 1024;
        }
        assertThat(bytes).isPositive();
        return bytes;
    }

    private static String jcmd(PortalProcess portal, String command) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked =
                new ProcessBuilder(jcmd, Long.toString(portal.pid()), command)
                        .redirectErrorStream(true)
                        .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
