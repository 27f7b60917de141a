package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A person with a Chromium and a thread of their own, who writes without plan; Playwright wants
 * every call on the thread that began.
 */
final class Scribbler implements AutoCloseable {
    private static final List<String> PASTED =
            List.of(
                    "<p>From <b>elsewhere</b> and <a href='https://status.example/1'>linked</a></p>",
                    "<ul><li>first</li><li>second<ul><li>deeper</li></ul></li></ul>",
                    "<h2>Pasted heading</h2><p>with <i>words</i> 👩‍👩‍👧 below</p>",
                    "<table><tr><th>Group</th><th>Delay</th></tr><tr><td>A</td><td>3 min</td></tr></table>",
                    "in the middle of a line");

    private static final List<String> WORDS =
            List.of("queue", "lag", "naïve", "über", "日本語", "😀", "restored", "at", "once");

    private enum Act {
        TYPE,
        BREAK,
        DELETE,
        MOVE,
        UNDO,
        REDO,
        MARK,
        BLOCK,
        PASTE
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Random random;
    private final Browsers browsers;
    private final Page page;
    private final DocumentText text;

    Scribbler(PortalProcess portal, String userName, long seed) throws Exception {
        random = new Random(seed);
        browsers = here(Browsers::new);
        page = here(() -> browsers.signedInAs(portal, userName));
        text = new DocumentText(page);
    }

    /** Runs on this person's thread, and waits for it. */
    <T> T here(Callable<T> action) throws Exception {
        return thread.submit(action).get();
    }

    Page page() {
        return page;
    }

    DocumentText text() {
        return text;
    }

    void startLineBelow(String heading) throws Exception {
        here(() -> {
            text.startLineBelow(heading);
            return heading;
        });
    }

    /** Does each thing once and then whatever comes, for that long; says how much it did. */
    Future<Integer> scribble(long nanos) {
        return thread.submit(() -> {
            var end = System.nanoTime() + nanos;
            var acts = new ArrayList<>(List.of(Act.values()));
            Collections.shuffle(acts, random);
            var done = 0;
            while (done < acts.size() || System.nanoTime() < end) {
                act(done < acts.size() ? acts.get(done) : any());
                done++;
            }
            return done;
        });
    }

    private Act any() {
        return random.nextInt(3) == 0 ? Act.TYPE : one(List.of(Act.values()));
    }

    private void act(Act act) {
        switch (act) {
            case TYPE -> type();
            case BREAK -> press(random.nextInt(4) == 0 ? "Shift+Enter" : "Enter", 1);
            case DELETE -> press(one(List.of("Backspace", "Delete", "Control+Backspace")), 6);
            case MOVE -> move();
            case UNDO -> press("Control+z", 3);
            case REDO -> press("Control+y", 2);
            case MARK -> {
                press(one(List.of("Shift+Home", "Shift+ArrowUp", "Shift+ArrowLeft")), 3);
                press(one(List.of("Control+b", "Control+i", "Control+u", "Control+e")), 1);
                press("ArrowRight", 1);
            }
            case BLOCK ->
                    press(
                            one(
                                    List.of(
                                            "Control+Alt+2",
                                            "Control+Alt+0",
                                            "Control+Shift+Digit7",
                                            "Control+Shift+Digit8",
                                            "Control+Shift+Digit9",
                                            "Control+]",
                                            "Control+[")),
                            1);
            case PASTE -> text.paste(one(PASTED));
        }
    }

    private void type() {
        for (int words = 1 + random.nextInt(3); words > 0; words--) {
            page.keyboard().type(one(WORDS) + " ", new Keyboard.TypeOptions().setDelay(20));
        }
    }

    private void move() {
        press(one(List.of("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")), 8);
        press(one(List.of("Home", "End", "ArrowLeft", "Control+End")), 1);
    }

    private void press(String key, int most) {
        for (int times = 1 + random.nextInt(most); times > 0; times--) {
            page.keyboard().press(key);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    void awaitSaved() throws Exception {
        here(() -> {
            assertThat(text.saving())
                    .hasText("Saved", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            return true;
        });
    }

    /** What this page holds once it shows that commit. */
    DocumentText.Held held(long seq) throws Exception {
        return here(() -> text.held(seq));
    }

    List<String> complaints() {
        return browsers.complaints();
    }

    @Override
    public void close() {
        thread.submit(browsers::close);
        thread.close();
    }
}
