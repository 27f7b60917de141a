package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document said before, who wrote it, and what somebody missed who was away. */
@Tag("browser")
class HistoryFlow {
    private static final Duration AWAY = Duration.ofSeconds(2);

    /** Only what was shown for some seconds counts as seen. */
    private static final String SEEN =
            "() => new Promise(done => document.addEventListener('candor-seen', () => done(), { once: true }))";

    private static PortalProcess portal;
    private static Browsers browsers;
    private static Page page;
    private static Page reader;
    private static RoomPage room;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data, "--candor.coedit.away=" + AWAY.toSeconds() + "s");
        browsers = new Browsers();
        page = browsers.signedInAs(portal, "commander");
        reader = browsers.signedInAs(portal, "csm");
        room = ReportPage.byButton(page).report("Exports stay away");
        assertThat(room.text().saving()).hasText("Saved");
        room.text().startLineBelow("Decisions");
        room.text().type("Orders arrive on time.");
        assertThat(room.text().saving()).hasText("Saved");
    }

    @AfterAll
    static void stop() {
        assertThat(browsers.complaints()).isEmpty();
        browsers.close();
        portal.close();
    }

    @Test
    void aVersionIsComparedNamedOpenedAndRestoredAsAFurtherEdit() {
        room.open(portal, "");
        assertThat(room.text().saving()).hasText("Saved");
        page.keyboard().press("Control+Shift+H");
        assertThat(page.locator(".history .list-row")).not().hasCount(0);

        row().getByRole(AriaRole.LINK, named("What changed")).click();
        assertThat(page.locator(".compare ins", containing("Orders arrive on time."))).isVisible();
        button("Side by side").click();
        assertThat(page.locator(".version-sides ins", containing("Orders arrive on time.")))
                .isVisible();
        button("One column").click();
        assertThat(page.locator(".version-sides")).hasCount(0);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All versions")).click();
        row().getByRole(AriaRole.BUTTON, exactly("Name")).click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("Before the call");
        button("Name version").click();
        assertThat(row()).containsText("Before the call");
        row().getByRole(AriaRole.BUTTON, exactly("Open")).click();
        assertThat(page.locator(".history .version-text")).containsText("Orders arrive on time.");
        var named = page.locator(".history .list-row", containing("Before the call"));
        var before = rows();

        room.open(portal, "");
        assertThat(room.text().saving()).hasText("Saved");
        room.text().goToEndOf("Orders arrive on time.");
        room.text().type(" Not any more.");
        assertThat(room.text().saving()).hasText("Saved");
        room.open(portal, "documents/incident/history");
        assertThat(page.locator(".history .list-row")).not().hasCount(0);
        named.getByRole(AriaRole.BUTTON, exactly("Restore")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Restore version"))
                .click();
        assertThat(page.getByText("is the text again")).isVisible();
        assertThat(rows()).isGreaterThanOrEqualTo(before);
        assertThat(named).isVisible();
        room.open(portal, "");
        assertThat(room.text().saving()).hasText("Saved");
        assertThat(room.text().words()).contains("on time.").doesNotContain("Not any more");
    }

    @Test
    void theAuthorsOfEachPassageAreShownAndReachedByKeyboard() {
        room.open(portal, "documents/incident/authors");
        assertThat(page.locator(".authors .by-who").first()).hasText("IO");
        page.locator(".authors-passage").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#passage-0")).isFocused();
        page.locator(".authors-person").first().click();
        assertThat(page.locator(".authors-person").first()).hasAttribute("aria-pressed", "true");
        room.open(portal, "documents/incident/compare/0/0");
        assertThat(page.locator(".compare")).containsText("Nothing differs");
    }

    @Test
    void whoeverWasAwayIsShownTheWordsAndTheEventsInBetween() {
        RoomPage.open(portal, reader, room.key()).open(portal, "documents/incident/catch-up");
        assertThat(reader.locator(".catch-up")).containsText("You have not been away");
        RoomPage.open(portal, reader, room.key());
        assertThat(new DocumentText(reader).saving()).hasText("Read only");
        reader.evaluate(SEEN);
        reader.locator(".visit-line").getByRole(AriaRole.LINK, named("History")).click();
        reader.waitForURL(Pattern.compile(".*/history$"));

        room.open(portal, "");
        assertThat(room.text().saving()).hasText("Saved");
        room.text().startLineBelow("Customer impact");
        room.text().type("Exports of the EU stay away since nine.");
        assertThat(room.text().saving()).hasText("Saved");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    new RoomPage(reader, room.key()).open(portal, "documents/incident/catch-up");
                    reader.locator(".catch-up").waitFor();
                    assertThat(reader.locator(".catch-up").innerText()).contains("What changed");
                });
        assertThat(reader.locator(".catch-up")).containsText("Since then wrote: I. Okafor");
        assertThat(reader.locator(".catch-up ins"))
                .containsText("Exports of the EU stay away since nine.");
        assertThat(reader.getByText("What happened meanwhile")).isVisible();

        RoomPage.open(portal, reader, room.key());
        assertThat(reader.locator(".visit-line")).containsText("Changed since you left");
        reader.locator(".visit-line").getByRole(AriaRole.LINK, named("Catch me up")).click();
        reader.waitForURL(Pattern.compile(".*/catch-up$"));
    }

    private static int rows() {
        return page.locator(".history .list-row").count();
    }

    /** The newest version. */
    private static Locator row() {
        return page.locator(".history .list-row").first();
    }

    private static Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.LocatorOptions containing(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
