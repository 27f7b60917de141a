package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class ShellFlow {
    private static PortalProcess portal;
    private static Browsers browsers;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void theNavigationOffersOnlyWhatThePersonMayOpen() {
        assertThat(navigation(browsers.signedInAs(portal, "auditor"), "Audit")).isVisible();

        var staff = browsers.signedInAs(portal, "staff");
        assertThat(navigation(staff, "Home")).isVisible();
        assertThat(navigation(staff, "Audit")).hasCount(0);
    }

    @Test
    void aPageThatIsNotOpenToMeLooksLikeOneThatDoesNotExist() {
        var staff = browsers.signedInAs(portal, "staff");
        var unknown = staff.navigate(portal.url("/no-such-page"));
        var heading = heading(staff).textContent();
        var hidden = staff.navigate(portal.url("/audit"));

        Assertions.assertThat(hidden.status()).isEqualTo(unknown.status()).isEqualTo(404);
        assertThat(heading(staff)).hasText(heading);
    }

    @Test
    void everyPageOfTheShellOpensForThosePeopleWhoHaveIt() {
        var support = browsers.signedInAs(portal, "support");
        for (var path :
                List.of(
                        "/",
                        "/inbox",
                        "/me",
                        "/incidents",
                        "/report",
                        "/approvals",
                        "/comms",
                        "/faq",
                        "/deliveries",
                        "/policy")) {
            Assertions.assertThat(support.navigate(portal.url(path)).status()).isEqualTo(200);
            assertThat(heading(support)).isVisible();
            assertThat(support.getByText("could not be shown")).hasCount(0);
        }
    }

    @Test
    void ctrlKGoesToAnIncidentByItsKeyAndFindsWordsOfItsDocument() {
        var staff = browsers.signedInAs(portal, "staff");
        var room = ReportPage.byButton(staff).report("Invoices show yesterday's prices");
        staff.navigate(portal.url("/inbox"));
        assertThat(heading(staff)).isVisible();

        staff.keyboard().press("Control+k");
        var field =
                staff.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions()
                                .setName("Go to a page, an incident or a draft"));
        field.fill(room.key());
        assertThat(staff.locator(".go-to-list .current")).containsText("Invoices show");
        staff.keyboard().press("Enter");
        staff.waitForURL("**/incidents/" + room.key());

        staff.navigate(portal.url("/search?q=yesterday"));
        assertThat(staff.locator("main").getByText("Invoices show yesterday's prices").first())
                .isVisible();
    }

    @Test
    void signingOutEndsTheSignInThatWasKept() {
        var page = browsers.signedInAs(portal, "staff");
        page.navigate(portal.url("/me"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .click();

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in as staff").setExact(true))
                .waitFor();
    }

    @Test
    void anAuditorVerifiesTheChain() {
        var auditor = browsers.signedInAs(portal, "auditor");
        navigation(auditor, "Audit").click();
        auditor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify chain"))
                .click();

        assertThat(auditor.getByText("Verified.")).isVisible();
        Assertions.assertThat(heading(auditor).count()).isEqualTo(1);
    }

    @Test
    void anOpenPageComesBackByItselfAfterTheServerIsKilled() throws Exception {
        var page = browsers.signedInAs(portal, "commander");
        assertThat(heading(page)).isVisible();
        page.evaluate("window.beforeTheCrash = true");
        portal.killHard();
        portal.startAgain();

        page.waitForFunction(
                "!window.beforeTheCrash",
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
        assertThat(page.getByText("Ifeoma Okafor").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private static Locator navigation(Page page, String name) {
        return page.locator("vaadin-side-nav-item")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator heading(Page page) {
        return page.locator("main h1");
    }
}
