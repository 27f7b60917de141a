package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wording from its first word over five signatures in advance to a notice in two clicks. */
@Tag("browser")
class NoticeFlow {
    private static PortalProcess portal;
    private static Browsers browsers;

    @BeforeAll
    static void open(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @AfterEach
    void noPageComplains() {
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void aWordingIsSignedInAdvanceAndLeavesAnIncidentInTwoClicks() {
        var writer = browsers.signedInAs(portal, "writer");
        writer.navigate(portal.url("/comms/first-notices"));
        assertThat(writer.getByText("Nothing is ready for this stage")).hasCount(4);
        button(writer, "Write a wording").click();
        button(writer, "Write it").click();
        writer.waitForURL(url -> url.matches(".*/comms/[a-z2-9]{12}"));
        var wording = new DraftPage(writer);
        assertThat(wording.text().editor()).containsText("We are looking for the cause.");
        var subject =
                writer.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Subject"));
        subject.fill("Our service is disturbed");
        subject.press("Tab");
        writer.getByText("Subject saved").waitFor();
        wording.submit(1);
        var signers = new Signers(portal, browsers);
        for (var signer : Signers.HIGH) {
            signers.signAfterFreshLogin(signer, wording, 1);
        }
        assertThat(writer.getByText("In force until").first()).isVisible();
        assertThat(button(writer, "Release version 1")).hasCount(0);

        var incident = DeclaredSev1.in(portal, browsers);
        var room = new RoomPage(incident.engineer(), incident.key()).open(portal, "facts");
        room.button("Confirm started").click();
        room.dialog().getByLabel("Where do you read it?").fill("Write log");
        room.answer("Confirm fact");
        var support = browsers.signedInAs(portal, "support");
        support.navigate(portal.url(incident.path("comms")));
        button(support, "Send a pre-approved notice").click();
        var dialog = support.getByRole(AriaRole.DIALOG);
        choose(support, "Components", "Order sync");
        choose(support, "Regions", "EU");
        assertThat(dialog.getByText("Requests to Order sync have been slow")).isVisible();
        button(support, "Release it now").click();
        assertThat(support.getByText("Released").first()).isVisible();
        assertThat(support.locator(".gate")).hasCount(5);
        assertThat(support.getByText("is never edited").first()).isVisible();
    }

    private static void choose(Page page, String slot, String name) {
        var field =
                page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(slot).setExact(true));
        field.fill(name);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.keyboard().press("Escape");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
