package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talk beside a document, changes suggested to it, and what it said before. */
@Tag("browser")
class MarginFlow {
    private static PortalProcess portal;
    private static Browsers browsers;
    private static Page writer;
    private static Page reader;
    private static RoomPage room;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        // Two pages of two people on one machine: what is slow there is not wrong.
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        writer = browsers.signedInAs(portal, "commander");
        reader = browsers.signedInAs(portal, "csm");
        room = ReportPage.byButton(writer).report("Exports stay away");
        assertThat(room.text().saving()).hasText("Saved");
        room.text().startLineBelow("Decisions");
        room.text().type("Orders from other integrations arrive on time.");
        assertThat(room.text().saving()).hasText("Saved");
        RoomPage.open(portal, reader, room.key());
        assertThat(new DocumentText(reader).saving()).hasText("Read only");
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void aCommentStaysOnItsWordsIsAnsweredAndResolvedWithAReason() {
        sentence(reader).click(new Locator.ClickOptions().setClickCount(3));
        button(reader, "Comment").click();
        reader.locator(".margin-composer textarea").fill("For every region? @Ifeoma Okafor");
        reader.locator(".margin-composer").getByRole(AriaRole.BUTTON, exactly("Comment")).click();
        assertThat(reader.locator(".margin-card")).containsText("For every region?");

        assertThat(writer.locator(".candor-comment").first()).isVisible();
        room.text().goToEndOf("Orders from other");
        writer.keyboard().press("Home");
        room.text().type("So far: ");
        assertThat(writer.locator(".candor-comment"))
                .hasText("Orders from other integrations arrive on time.");
        writer.locator(".candor-comment").first().click();
        var card = writer.locator(".margin-card");
        card.getByRole(AriaRole.BUTTON, exactly("Reply")).click();
        card.locator("textarea").fill("Yes, counted per region");
        card.getByRole(AriaRole.BUTTON, exactly("Send reply")).click();
        assertThat(reader.locator(".margin-card")).containsText("counted per region");
        assertThat(card.locator("textarea")).hasCount(0);
        card.getByRole(AriaRole.BUTTON, exactly("Resolve")).click();
        card.getByRole(AriaRole.TEXTBOX).fill("Checked");
        card.getByRole(AriaRole.BUTTON, exactly("Resolve comment")).click();
        assertThat(writer.locator(".candor-comment")).hasCount(0);
        assertThat(reader.locator(".candor-comment")).hasCount(0);
    }

    @Test
    void aReaderTypesASuggestionAndTheWriterAcceptsIt() {
        button(reader, "Suggest").click();
        assertThat(button(reader, "Suggesting")).isVisible();
        sentence(reader).click();
        reader.keyboard().press("End");
        reader.keyboard().press("ArrowLeft");
        reader.keyboard().type(", as before");
        assertThat(reader.locator("ins.candor-ins.own")).hasText(", as before");
        assertThat(room.text().words()).doesNotContain("as before");
        reader.locator("candor-editor h2").first().click();

        assertThat(writer.locator("ins.candor-ins")).containsText(", as before");
        writer.keyboard().press("F8");
        assertThat(writer.locator(".margin-card.marked")).containsText("as before");
        var card =
                writer.locator(".margin-card")
                        .filter(new Locator.FilterOptions().setHasText("as before"));
        card.getByRole(AriaRole.BUTTON, exactly("Accept")).click();
        assertThat(writer.locator("ins.candor-ins")).hasCount(0);
        assertThat(sentence(writer)).containsText("arrive on time, as before.");
        assertThat(sentence(reader)).containsText("arrive on time, as before.");
        button(reader, "Suggesting").click();
        assertThat(new DocumentText(reader).saving()).hasText("Read only");
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void anEarlierVersionIsOpenedComparedAndRestored() {
        writer.navigate(portal.url("/"));
        var page = writer;
        var ownRoom = ReportPage.byButton(page).report("Exports stay away");
        assertThat(ownRoom.text().saving()).hasText("Saved");
        ownRoom.text().startLineBelow("Decisions");
        ownRoom.text().type("Orders arrive on time.");
        assertThat(ownRoom.text().saving()).hasText("Saved");
        page.keyboard().press("Control+Shift+H");
        assertThat(page.locator(".history .list-row")).hasCount(1);

        page.locator(".history").getByRole(AriaRole.LINK, named("What changed")).click();
        assertThat(page.locator(".compare ins")).containsText("Orders arrive on time.");
        page.getByRole(AriaRole.BUTTON, exactlyOn("Side by side")).click();
        assertThat(page.locator(".version-sides ins")).containsText("Orders arrive on time.");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All versions")).click();
        page.getByRole(AriaRole.BUTTON, exactlyOn("Name")).click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("Before the call");
        page.getByRole(AriaRole.BUTTON, exactlyOn("Name version")).click();
        assertThat(page.locator(".history .list-row")).containsText("Before the call");
        page.getByRole(AriaRole.BUTTON, exactlyOn("Open")).click();
        assertThat(page.locator(".history .version-text")).containsText("Orders arrive on time.");

        ownRoom.open(portal, "");
        assertThat(ownRoom.text().saving()).hasText("Saved");
        ownRoom.text().goToEndOf("Orders arrive on time.");
        ownRoom.text().type(" Not any more.");
        assertThat(ownRoom.text().saving()).hasText("Saved");
        ownRoom.open(portal, "documents/incident/authors");
        assertThat(page.locator(".authors .by-who").first()).hasText("IO");
        page.locator(".authors-passage").first().click();
        assertThat(page.locator("#passage-0")).isFocused();
        page.locator(".authors-person").click();
        assertThat(page.locator(".authors-person")).hasAttribute("aria-pressed", "true");
        ownRoom.open(portal, "documents/incident/compare/0/0");
        assertThat(page.locator(".compare")).containsText("Nothing differs");
        ownRoom.open(portal, "documents/incident/history");
        var first = page.locator(".history .list-row").last();
        first.getByRole(AriaRole.BUTTON, exactly("Restore")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Restore version"))
                .click();
        assertThat(page.getByText("is the text again")).isVisible();
        ownRoom.open(portal, "documents/incident/catch-up");
        assertThat(page.locator(".catch-up")).containsText("You have not been away");
        assertThat(browsers.complaints()).isEmpty();
    }

    private static Locator sentence(Page page) {
        return page.locator("candor-editor .candor-text p")
                .filter(new Locator.FilterOptions().setHasText("Orders from other"));
    }

    private static Locator button(Page page, String name) {
        return page.locator("candor-editor .candor-margin-tools")
                .getByRole(AriaRole.BUTTON, exactly(name));
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactlyOn(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
