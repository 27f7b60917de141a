package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three people write one document at once, and the server is taken away from them. */
@Tag("browser")
class CoeditingFlow {
    private static final LocatorAssertions.HasTextOptions PATIENT_TEXT =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static final String NOTES_WHY_A_TEXT_IS_CLOSED =
            """
            const Line = window.WebSocket;
            window.WebSocket = class extends Line {
              constructor(...about) {
                super(...about);
                if (!String(about[0]).includes('/collab/')) return;
                this.addEventListener('close', (event) => { window.closedBecause ??= event.code; });
              }
            };
            """;

    private static PortalProcess portal;
    private static Browsers browsers;
    private static List<Page> pages;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        pages =
                List.of(
                        browsers.signedInAs(portal, "commander"),
                        browsers.signedInAs(portal, "engineer"),
                        browsers.signedInAs(portal, "writer"));
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void everybodySeesWhoElseIsHereAndTheTextsBecomeOne() {
        var texts = openNewIncident("Web requests answer with old data");
        var writers =
                List.of(
                        new Writer(texts.get(0), "c"),
                        new Writer(texts.get(1), "e"),
                        new Writer(texts.get(2), "w"));
        writers.get(0).text.startLineBelow("Decisions");
        writers.get(1).text.startLineBelow("Root cause");
        writers.get(2).text.startLineBelow("Communications log");
        for (var round = 0; round < 10; round++) {
            writers.forEach(Writer::typeWord);
        }

        for (var text : texts) {
            assertThat(text.carets()).hasCount(2);
        }
        assertThat(texts.get(0).avatar("Dag Lindqvist")).isVisible();
        assertThat(texts.get(0).avatar("Tessa Brandt")).isVisible();
        assertThat(texts.get(1).avatar("Ifeoma Okafor")).isVisible();
        assertThat(texts.get(2).avatar("Ifeoma Okafor")).isVisible();
        assertEveryWordOnceEverywhere(writers);
    }

    @Test
    void undoTakesBackOnlyWhatWasTypedInThisBrowser() {
        var texts = openNewIncident("Retries pile up");
        var mine = texts.get(0);
        var theirs = texts.get(1);
        mine.startLineBelow("Decisions");
        mine.type("Commander was here.");
        theirs.awaitAll(List.of("Commander was here."));
        theirs.goToEndOf("Commander was here.");
        theirs.type(" So was an engineer.");
        mine.awaitAll(List.of("Commander was here. So was an engineer."));

        mine.page().keyboard().press("Control+z");

        theirs.awaitAll(List.of(" So was an engineer."));
        theirs.awaitCount("Commander was here.", 0);
        assertThat(mine.saving()).hasText("Saved", PATIENT_TEXT);
        mine.awaitAll(List.of(" So was an engineer."));
        mine.page().keyboard().press("Control+Shift+z");
        theirs.awaitAll(List.of("Commander was here. So was an engineer."));
        theirs.page().keyboard().press("Control+z");
        mine.awaitCount(" So was an engineer.", 0);
        mine.awaitAll(List.of("Commander was here."));
    }

    @Test
    void lettersTypedAtOnePlaceAtOnceAreNeitherLostNorDoubled() {
        var texts = openNewIncident("Pages are built late");
        texts.getFirst().startLineBelow("Decisions");
        texts.getFirst().type("Firstly:");
        for (var text : texts) {
            text.awaitAll(List.of("Firstly:"));
            text.goToEndOf("Firstly:");
        }
        for (var round = 0; round < 20; round++) {
            texts.get(0).type("§");
            texts.get(1).type("¤");
            texts.get(2).type("¶");
        }

        for (var text : texts) {
            text.awaitCount("§", 20);
            text.awaitCount("¤", 20);
            text.awaitCount("¶", 20);
            assertThat(text.saving()).hasText("Saved");
        }
        assertOneText(texts);
    }

    @Test
    void aServerKilledInMidTypingTakesNoWordAndDoublesNone() throws Exception {
        var before = browsers.complaints().size();
        var texts = openNewIncident("Webhooks are not delivered");
        var writers =
                List.of(
                        new Writer(texts.get(0), "c"),
                        new Writer(texts.get(1), "e"),
                        new Writer(texts.get(2), "w"));
        writers.get(0).text.startLineBelow("Decisions");
        writers.get(1).text.startLineBelow("Root cause");
        writers.get(2).text.startLineBelow("Communications log");
        for (var round = 0; round < 8; round++) {
            writers.forEach(Writer::typeWord);
        }
        var complaints = browsers.complaints();
        assertThat(complaints.subList(before, complaints.size())).isEmpty();
        killInMidTyping(writers);
        pages.getLast().reload();
        assertEveryWordOnceEverywhere(writers);
        assertThat(browsers.complaints()).allMatch(CoeditingFlow::isTheLostConnection);
    }

    @Test
    void aPortalThatEndsTellsItsTabsToConnectAgainAndTakesNoWord() throws Exception {
        var mine = openNewIncident("Parcels are counted twice").getFirst();
        var page = pages.getFirst();
        page.addInitScript(NOTES_WHY_A_TEXT_IS_CLOSED);
        page.reload();
        assertThat(mine.saving()).hasText("Saved", PATIENT_TEXT);
        mine.startLineBelow("Decisions");
        mine.type("Count once.");

        portal.stop();

        assertThat(mine.saving()).hasText("Offline", PATIENT_TEXT);
        assertThat(page.evaluate("window.closedBecause")).isEqualTo(1012);
        portal.startAgain();
        page.waitForFunction(
                "!window.closedBecause",
                null,
                new Page.WaitForFunctionOptions().setTimeout(30_000));
        mine.awaitAll(List.of("Count once."));
        assertThat(browsers.complaints()).allMatch(CoeditingFlow::isTheLostConnection);
    }

    @Test
    void whoeverWritesInMyParagraphIsNamedThereAndKeepsNobodyOut() {
        var texts = openNewIncident("Invoices show old prices");
        var mine = texts.get(0);
        var theirs = texts.get(1);
        mine.startLineBelow("Decisions");
        mine.type("Both of us:");
        theirs.awaitAll(List.of("Both of us:"));
        theirs.goToEndOf("Both of us:");
        // Whoever has just typed sees others' carets a second later.
        assertThat(mine.editor().locator("p:has-text('Both of us:') .candor-caret")).hasCount(1);
        theirs.type(" one");
        theirs.type(" two");

        assertThat(mine.editor().locator(".candor-writing")).containsText("Both of us:");
        assertThat(mine.editor().locator(".candor-caret-name"))
                .hasText("Dag Lindqvist is writing here");
        assertThat(mine.avatar("Dag Lindqvist, in Decisions")).isVisible();
        mine.page().keyboard().press("Home");
        mine.type("Now. ");
        for (var text : List.of(mine, theirs)) {
            text.awaitAll(List.of("Now. Both of us: one two"));
        }
        assertThat(mine.editor().locator(".candor-writing")).hasCount(0);
    }

    @Test
    void whoeverHasNotMovedForTwoMinutesIsShownAsIdle() {
        var page = browsers.newContext().newPage();
        page.clock().install();
        page.navigate(portal.url("/"));
        Browsers.signIn(page, "csm");
        page.locator("vaadin-app-layout").waitFor();
        var texts = openNewIncident("Stock levels are stale");
        texts.getFirst().startLineBelow("Decisions");
        RoomPage.open(portal, page, RoomPage.keyIn(pages.getFirst().url()));
        var commander = new DocumentText(page).avatar("Ifeoma Okafor");
        assertThat(commander).isVisible();
        assertThat(commander).not().hasClass("candor-avatar idle");

        page.clock().fastForward("02:31");
        assertThat(commander).hasClass("candor-avatar idle");
        assertThat(commander).hasAttribute("aria-label", "Ifeoma Okafor, in Decisions, idle");
        page.context().close();
    }

    @Test
    void anEditWhoseParagraphSomebodyDeletedAtThatMomentIsHandedBack() {
        var line = new HeldLine();
        var page = browsers.newContext().newPage();
        page.routeWebSocket(Pattern.compile("/collab/"), line::open);
        page.navigate(portal.url("/"));
        Browsers.signIn(page, "engineer");
        page.locator("vaadin-app-layout").waitFor();
        var mine = openNewIncident("Labels print twice").getFirst();
        mine.startLineBelow("Decisions");
        mine.type("Stop all printers.");
        assertThat(mine.saving()).hasText("Saved");
        RoomPage.open(portal, page, RoomPage.keyIn(pages.getFirst().url()));
        var theirs = new DocumentText(page);
        assertThat(theirs.saving()).hasText("Saved", PATIENT_TEXT);
        theirs.goToEndOf("Stop all printers.");
        page.keyboard().press("ArrowLeft");
        line.hold();
        theirs.type(" in hall 3");

        mine.editor()
                .locator("p")
                .getByText("Stop all printers.")
                .click(new Locator.ClickOptions().setClickCount(3));
        pages.getFirst().keyboard().press("Backspace");
        assertThat(mine.saving()).hasText("Saved");
        line.release();

        var banner = page.locator(".candor-notice.bad");
        assertThat(banner).containsText("Your last edit was not saved");
        assertThat(banner.locator("blockquote")).hasText("in hall 3");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        banner.getByText("Copy my words").click();
        assertThat(banner.getByText("Copied")).isVisible();
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .contains("in hall 3");
        page.reload();
        assertThat(page.locator(".candor-notice.bad blockquote")).hasText("in hall 3");
        assertThat(mine.words()).isEqualTo(new DocumentText(pages.get(1)).words());
        page.context().close();
    }

    private static void killInMidTyping(List<Writer> writers) throws IOException {
        pages.forEach(page -> page.evaluate("window.beforeTheCrash = true"));
        portal.killHard();
        for (var round = 0; round < 4; round++) {
            writers.forEach(Writer::typeWord);
        }
        for (var writer : writers) {
            assertThat(writer.text.saving()).hasText("Offline");
            assertThat(writer.text.notices())
                    .containsText(
                            Pattern.compile("Offline since \\d\\d:\\d\\d UTC, \\d+ edits? waits?"));
        }
        portal.startAgain();

        for (var page : pages) {
            page.waitForFunction(
                    "!window.beforeTheCrash",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(30_000));
        }
        for (var writer : writers) {
            assertThat(writer.text.editor()).isVisible(PATIENT);
        }
        assertEveryWordOnceEverywhere(writers);
    }

    private static boolean isTheLostConnection(String complaint) {
        return complaint.contains("net::ERR_") || complaint.contains("WebSocket connection to");
    }

    private static List<DocumentText> openNewIncident(String title) {
        var first = ReportPage.byButton(pages.getFirst()).report(title);
        for (var page : pages.subList(1, pages.size())) {
            RoomPage.open(portal, page, first.key());
        }
        var texts = pages.stream().map(DocumentText::new).toList();
        for (var text : texts) {
            assertThat(text.saving()).hasText("Saved", PATIENT_TEXT);
        }
        return texts;
    }

    private static void assertEveryWordOnceEverywhere(List<Writer> writers) {
        var words = writers.stream().flatMap(writer -> writer.typed.stream()).toList();
        for (var writer : writers) {
            assertThat(writer.text.saving()).hasText("Saved", PATIENT_TEXT);
            writer.text.awaitAll(words);
        }
        assertOneText(writers.stream().map(Writer::text).toList());
        var text = writers.getFirst().text.words();
        assertThat(words).allSatisfy(word -> assertThat(text).containsOnlyOnce(word));
    }

    private static void assertOneText(List<DocumentText> texts) {
        assertThat(texts.stream().map(DocumentText::words).distinct()).hasSize(1);
    }

    /** The line between one page and the authority, on which what the page sends can be held. */
    private static final class HeldLine {
        private final List<String> waiting = new ArrayList<>();
        private WebSocketRoute server;
        private boolean held;

        void open(WebSocketRoute page) {
            var here = page.connectToServer();
            server = here;
            page.onMessage(frame -> {
                if (held) {
                    waiting.add(frame.text());
                } else {
                    here.send(frame.text());
                }
            });
        }

        void hold() {
            held = true;
        }

        void release() {
            held = false;
            waiting.forEach(server::send);
            waiting.clear();
        }
    }

    /** Types words that nobody else types, each once. */
    private record Writer(DocumentText text, String letter, List<String> typed) {
        Writer(DocumentText text, String letter) {
            this(text, letter, new ArrayList<>());
        }

        void typeWord() {
            var word = letter + (100 + typed.size()) + ".";
            typed.add(word);
            text.type(word);
        }
    }
}
