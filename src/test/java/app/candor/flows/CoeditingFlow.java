package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        killInMidTyping(writers);
        pages.getLast().reload();
        assertEveryWordOnceEverywhere(writers);
        assertThat(complaints).isEmpty();
        assertThat(browsers.complaints()).allMatch(CoeditingFlow::isTheLostConnection);
    }

    private static void killInMidTyping(List<Writer> writers) throws IOException {
        pages.forEach(page -> page.evaluate("window.beforeTheCrash = true"));
        portal.killHard();
        for (var round = 0; round < 4; round++) {
            writers.forEach(Writer::typeWord);
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
