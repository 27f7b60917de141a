package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a person does to a document by keyboard, clipboard and file. */
@Tag("browser")
class WritingFlow {
    /** The browser tells only afterwards what is marked, which the key must not depend on. */
    private static final String MARKED_AND_LINKED_IN_ONE_GO =
            """
            dom => {
              getSelection().modify('extend', 'backward', 'word');
              const key = { key: 'k', ctrlKey: true, bubbles: true, cancelable: true };
              dom.dispatchEvent(new KeyboardEvent('keydown', key));
            }
            """;

    /** Before the bar above the text has looked at where the caret is now. */
    private static final String BACK_IN_THE_LINE_ABOVE_AND_LINKED_IN_ONE_GO =
            """
            dom => {
              const line = [...dom.querySelectorAll('p')].find((p) => p.textContent === 'Restore the limit');
              getSelection().collapse(line.firstChild, 7);
              const key = { key: 'k', ctrlKey: true, bubbles: true, cancelable: true };
              dom.dispatchEvent(new KeyboardEvent('keydown', key));
            }
            """;

    private static PortalProcess portal;
    private static Browsers browsers;
    private static Page page;

    private String key;
    private DocumentText text;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        page = browsers.signedInAs(portal, "commander");
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @BeforeEach
    void aDocument() {
        page.navigate(portal.url("/"));
        key = ReportPage.byButton(page).report("Orders arrive late").key();
        text = new DocumentText(page);
        assertThat(text.saving()).hasText("Saved");
        text.startLineBelow("Decisions");
    }

    @Test
    void whatIsTypedBecomesWhatItMeansAndAMentionReachesThePerson() {
        var writer = browsers.signedInAs(portal, "writer");
        text.type("**Restore** the `limit`, see https://status.example/1 at ");
        text.type("/now");
        page.keyboard().press("Enter");
        text.type(" says @tess");
        page.keyboard().press("Enter");

        assertThat(text.editor().locator("strong")).hasText("Restore");
        assertThat(text.editor().locator("p code")).hasText("limit");
        assertThat(text.editor().locator("a[href='https://status.example/1']")).isVisible();
        assertThat(text.editor().locator("time.timestamp")).containsText("UTC");
        assertThat(text.editor().locator(".mention")).hasText("@Tessa Brandt");
        assertThat(text.saving()).hasText("Saved");
        page.reload();
        assertThat(text.editor().locator(".mention")).hasText("@Tessa Brandt");
        writer.navigate(portal.url("/inbox"));
        assertThat(writer.getByText("mentions you in “Incident document of " + key)).isVisible();
    }

    @Test
    void everyKindOfBlockIsMadeByTypingItAndOutlivesAReload() {
        text.type("### Order of repair\n- first\nsecond");
        press("Control+]", "Enter", "Enter", "Enter");
        text.type("[ ] restart group 3");
        press("Control+Enter", "Enter");
        text.type("tell support\n\n> It was quick, they said\n\n```limit=5");
        press("Shift+Enter");
        text.type("/warn");
        press("Enter");
        text.type("Never restart twice\n\n---runbook");
        text.editor().evaluate(MARKED_AND_LINKED_IN_ONE_GO);
        page.getByLabel("Link address").fill("runbooks.example/lag");
        press("Enter");
        var boxes = text.editor().locator(".task-box input");
        boxes.last().click();
        assertThat(text.saving()).hasText("Saved");

        page.reload();
        assertThat(text.editor().locator("h3").getByText("Order of repair")).isVisible();
        assertThat(text.editor().locator("ul ul li")).hasText("second");
        for (var task : List.of("restart group 3", "tell support")) {
            assertThat(text.editor().locator("li[data-checked=true]").getByText(task)).isVisible();
        }
        assertThat(text.editor().locator("blockquote")).hasText("It was quick, they said");
        assertThat(text.editor().locator("pre")).hasText("limit=5");
        assertThat(text.editor().locator("aside[data-callout=warning]"))
                .hasText("Never restart twice");
        assertThat(text.editor().locator("hr")).hasCount(1);
        assertThat(text.editor().locator("a[href='https://runbooks.example/lag']"))
                .hasText("runbook");
    }

    @Test
    void aLinkCanBeMadeInTheMomentAfterCodeThatTakesNone() {
        text.type("Restore the limit");
        press("Enter");
        text.type("```limit=5");
        assertThat(page.locator("[data-tool=link]")).hasAttribute("aria-disabled", "true");

        text.editor().evaluate(BACK_IN_THE_LINE_ABOVE_AND_LINKED_IN_ONE_GO);

        assertThat(page.getByLabel("Link address")).isFocused();
    }

    @Test
    void aFactShowsTheLedgersValueAndItsConfirmationAndATimeIsLocalOnHover() {
        var ledger = new RoomPage(page, key).open(portal, "facts");
        ledger.button("Confirm started").click();
        ledger.dialog().getByLabel("Where do you read it?").fill("Write log");
        ledger.answer("Confirm fact");
        RoomPage.open(portal, page, key);
        text.startLineBelow("Decisions");
        text.type("Late since /fact");
        press("Enter");
        page.getByRole(AriaRole.COMBOBOX, named("Find a fact")).fill("started");
        press("Enter");
        text.type(", seen at /now");
        press("Enter");

        var line = text.editor().locator("p", containing("Late since"));
        assertThat(line.locator(".fact")).containsText("UTC");
        line.locator(".fact").hover();
        assertThat(page.locator(".candor-card"))
                .containsText(Pattern.compile("Started.*I\\. Okafor.*Write log"));
        assertThat(line.locator("time.timestamp"))
                .hasAttribute("title", Pattern.compile(".*\\d\\d:\\d\\d in UTC"));
    }

    @Test
    void aTableIsBuiltFromTheKeyboardItsCellsMergedAndItsColumnsWidened() {
        text.type("/tab");
        page.keyboard().press("Enter");
        text.type("Group");
        page.keyboard().press("Tab");
        text.type("Delay");
        assertThat(text.editor().locator("table").last().locator("tr")).hasCount(3);
        inTable("Wider column");
        inTable("Add row below");
        assertThat(text.editor().locator("table").last().locator("tr")).hasCount(4);
        page.keyboard().press("Shift+ArrowRight");
        inTable("Merge cells");
        assertThat(text.editor().locator("table").last().locator("th[colspan='2']")).isVisible();
        inTable("Split cell");
        assertThat(text.editor().locator("table").last().locator("th[colspan]")).hasCount(0);
        inTable("Header row on or off");
        assertThat(text.editor().locator("table").last().locator("th")).hasCount(0);
        inTable("Header column on or off");
        assertThat(text.editor().locator("table").last().locator("tr > th:first-child"))
                .hasCount(4);
        inTable("Add column after");
        inTable("Delete row");
        assertThat(text.saving()).hasText("Saved");
        page.reload();
        var table = text.editor().locator("table").last();
        assertThat(table.locator("tr")).hasCount(3);
        assertThat(table.locator("tr").first().locator("th, td")).hasCount(4);
        assertThat(table.locator("col[style*='width']")).not().hasCount(0);
    }

    @Test
    void aPictureIsPastedDescribedAndSeenByAReaderAndWhatIsNoneIsRefused() {
        text.pasteFile("chart.png", "image/png", 1_200, 400);
        var field = page.getByLabel("Describe this picture");
        assertThat(field).isFocused();
        field.fill("Queue lag by minute");
        page.keyboard().press("Enter");
        assertThat(text.saving()).hasText("Saved");

        var reader = browsers.signedInAs(portal, "csm");
        RoomPage.open(portal, reader, key);
        var picture = reader.getByAltText("Queue lag by minute");
        assertThat(picture).isVisible();
        reader.waitForFunction(
                "() => document.querySelector('candor-editor img[alt^=Queue]').naturalWidth === 1200");

        text.dropPicture("dropped.png", 300, 200);
        assertThat(text.editor().locator("img[width='300']")).isVisible();
        text.pasteFile("forty.png", "image/png", 8_000, 5_000);
        assertThat(text.editor().locator("img[width='2560']")).isVisible();
        text.pasteFile("notes.pdf", "application/pdf", 0, 0);
        assertThat(page.locator(".candor-told"))
                .containsText("“notes.pdf” is not a picture that can be shown");
    }

    @Test
    void aPasteFromAnotherEditorKeepsItsStructureAndOneTooLargeChangesNothing() throws Exception {
        var markup = Files.readString(Path.of("frontend/test/pasted/google-docs.html"));
        text.paste(markup);
        assertThat(text.editor().locator("h2").getByText("What broke")).isVisible();
        assertThat(text.editor().locator("ul ul li em")).hasText("third group");

        var before = text.words();
        text.paste("<p>" + "word ".repeat(1_000_000) + "</p>");
        assertThat(page.locator(".candor-told")).containsText("too much to paste at once");
        assertThat(text.words()).isEqualTo(before);
        assertThat(text.saving()).hasText("Saved");
    }

    @Test
    void aBrainDumpBeginsFromItsTemplateCountsItsSectionsAndLeavesAsAFile() throws Exception {
        page.navigate(portal.url("/incidents/" + key + "/documents"));
        button(page.locator("body"), "Begin brain dump").click();
        button(page.getByRole(AriaRole.DIALOG), "Begin brain dump").click();
        assertThat(page.locator(".meter summary")).hasText("0 of 5 sections");
        assertThat(page.locator("[data-placeholder*='Facts before explanations']")).isVisible();

        text.editor().locator("h2").getByText("What I saw").click();
        page.keyboard().press("ArrowDown");
        text.type("Lag grew at once.");
        assertThat(text.saving()).hasText("Saved");
        page.reload();
        assertThat(page.locator(".meter summary")).hasText("1 of 5 sections");
        page.keyboard().press("Control+f");

        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Export")).click();
        var file =
                page.waitForDownload(
                        () -> page.getByRole(AriaRole.LINK, named("Markdown")).click());
        assertThat(file.suggestedFilename()).isEqualTo(key + " brain dump.md");
        assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                .contains("## What I saw", "Lag grew at once.");
    }

    @Test
    void wordsAreFoundHeadingsReachedAndKeysListedWithoutAMouse() {
        page.keyboard().press("Control+f");
        var find = page.getByLabel("Find in this document");
        assertThat(find).isFocused();
        find.fill("timeline");
        assertThat(page.locator(".candor-find [role=status]")).containsText("of");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(text.editor()).isFocused();
        assertThat((String) page.evaluate("() => getSelection().toString()"))
                .isEqualToIgnoringCase("timeline");

        var keys = page.getByRole(AriaRole.DIALOG, named("Keys of the editor"));
        page.keyboard().press("Control+/");
        assertThat(keys).isVisible();
        page.keyboard().press("Escape");
        page.locator("[data-tool=help]").focus();
        page.keyboard().press("?");
        assertThat(keys).isVisible();
        page.keyboard().press("Escape");
        page.locator("[data-tool=outline]").click();
        page.locator(".candor-outline").getByText("Root cause").click();
        assertThat(text.editor()).isFocused();
    }

    private static void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private static Locator.LocatorOptions containing(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    private static void inTable(String entry) {
        page.locator("[data-tool=table]").click();
        page.getByRole(AriaRole.MENUITEM, named(entry)).click();
    }
}
