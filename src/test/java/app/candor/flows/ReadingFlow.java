package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document as it is taken away, read on a phone, and begun from a template that two people
 * changed.
 */
@Tag("browser")
class ReadingFlow {
    private static PortalProcess portal;
    private static Browsers browsers;
    private static Page page;
    private static RoomPage room;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        page = browsers.signedInAs(portal, "commander");
        room = ReportPage.byButton(page).report("Exports stay away");
        assertThat(room.text().saving()).hasText("Saved");
        room.text().startLineBelow("Decisions");
        room.text().type("**Nobody** restarts the queue.");
        assertThat(room.text().saving()).hasText("Saved");
    }

    @AfterAll
    static void stop() {
        assertThat(browsers.complaints()).isEmpty();
        browsers.close();
        portal.close();
    }

    @Test
    void aDocumentLeavesAsPdfAndAsPageAndThroughTheClipboardAndPrintsWithoutTheTools()
            throws Exception {
        room.open(portal, "");
        assertThat(room.text().saving()).hasText("Saved");
        var pdf = Files.readString(export("PDF").path(), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF");
        var html = Files.readString(export("Web page (HTML)").path(), StandardCharsets.UTF_8);
        assertThat(html).contains("<strong>Nobody</strong> restarts the queue.");

        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        menu();
        page.getByRole(AriaRole.MENUITEM, named("Copy all, for mail and documents")).click();
        assertThat(room.text().notices()).containsText("Copied.");
        var copied =
                (String)
                        page.evaluate(
                                """
                                async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()
                                """);
        assertThat(copied).contains("<strong>Nobody</strong> restarts the queue.");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(room.text().editor().getByText("restarts the queue.")).isVisible();
        assertThat(page.locator(".candor-bar")).isHidden();
        assertThat(page.locator(".room-side")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void aTemplateIsChangedByTwoAdministratorsWhoSeeHowItReads() {
        var first = browsers.signedInAs(portal, "admin");
        first.navigate(portal.url("/policy?kind=templates"));
        first.getByRole(AriaRole.BUTTON, named("Propose a change")).click();
        var form = first.getByRole(AriaRole.DIALOG);
        form.locator("summary").getByText("Brain dump").click();
        var section = form.locator(".section-fields").nth(1);
        section.getByLabel("What belongs there").fill("What you saw yourself, with the time.");
        first.keyboard().press("Tab");
        assertThat(form.locator(".template-preview"))
                .containsText("What you saw yourself, with the time.");
        form.getByRole(AriaRole.BUTTON, exactly("Propose change")).click();
        assertThat(first.getByText("A second administrator has to confirm it.")).isVisible();

        var second = browsers.signedInAs(portal, "admin2");
        second.navigate(portal.url("/policy?kind=templates"));
        second.locator(".panel", new Page.LocatorOptions().setHasText("As they would read"))
                .locator("summary")
                .getByText("Brain dump")
                .click();
        assertThat(second.locator(".template-paper").first())
                .containsText("What you saw yourself, with the time.");
        second.getByRole(AriaRole.BUTTON, named("Confirm version 2")).click();
        assertThat(second.getByText("Version 2, in force")).isVisible();

        page.navigate(portal.url("/incidents/" + room.key() + "/documents"));
        page.getByRole(AriaRole.BUTTON, named("Begin brain dump")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, exactly("Begin brain dump"))
                .click();
        assertThat(page.locator("[data-placeholder='What you saw yourself, with the time.']"))
                .isVisible();
    }

    @Test
    void onAPhoneTheOpenKindOfPolicyIsTheOneWhoseTabIsSeen() {
        var phone = phone("admin");
        phone.navigate(portal.url("/policy?kind=templates"));
        assertThat(phone.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Templates")))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    @Test
    void onAPhoneACommentStandsOnTheLineThatWasTapped() {
        var said = "restarts the queue.";
        for (var reader : List.of("csm", "commander")) {
            var phone = phone(reader);
            phone.navigate(portal.url("/incidents/" + room.key()));
            phone.locator("candor-editor .candor-text p")
                    .filter(new Locator.FilterOptions().setHasText(said))
                    .getByText(said)
                    .tap();
            phone.getByRole(AriaRole.BUTTON, named("Comment")).first().tap();
            var composer = phone.locator(".margin-composer");
            composer.locator("textarea").fill("Who says so, asks the " + reader + "?");
            composer.getByRole(AriaRole.BUTTON, exactly("Comment")).tap();

            assertThat(phone.locator(".margin-card").getByText("asks the " + reader)).isAttached();
            assertThat(phone.locator("candor-editor p:has(.candor-comment)")).hasCount(1);
            assertThat(phone.locator("candor-editor .candor-comment").last()).containsText(said);
            phone.context().close();
        }
    }

    /** 390 wide, with touch, and a processor four times as slow. */
    private static Page phone(String userName) {
        var phone =
                browsers.newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(390, 844)
                                        .setHasTouch(true)
                                        .setIsMobile(true))
                        .newPage();
        phone.navigate(portal.url("/"));
        Browsers.signIn(phone, userName);
        phone.getByRole(AriaRole.HEADING).first().waitFor();
        var rate = new JsonObject();
        rate.addProperty("rate", 4);
        phone.context().newCDPSession(phone).send("Emulation.setCPUThrottlingRate", rate);
        return phone;
    }

    private static void menu() {
        page.getByRole(AriaRole.MENUITEM, named("Export")).click();
    }

    private static Download export(String kind) {
        menu();
        return page.waitForDownload(() -> page.getByRole(AriaRole.LINK, named(kind)).click());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
