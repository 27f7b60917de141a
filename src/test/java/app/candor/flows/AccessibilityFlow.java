package app.candor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main pages, filled with the demo, as axe-core judges them by WCAG 2.2 A and AA. */
@Tag("browser")
class AccessibilityFlow {
    private static PortalProcess portal;
    private static Browsers browsers;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        portal = PortalProcess.withDemo(data);
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void everyMainPageIsCleanOnADesktopInLightAndOnAPhoneInDark() {
        var desktop = signedIn(1440, 900, ColorScheme.LIGHT);
        var room = roomOf(desktop);
        var wrong = new ArrayList<String>();
        for (var path :
                List.of(
                        "/",
                        "/incidents",
                        room,
                        room + "/documents",
                        room + "/documents/incident/history",
                        room + "/documents/incident/authors",
                        room + "/documents/incident/compare/0/1",
                        room + "/facts",
                        room + "/timeline",
                        room + "/people",
                        room + "/comms",
                        "/approvals",
                        "/comms",
                        "/faq",
                        "/policy")) {
            wrong.addAll(violations(desktop, path));
        }
        var phone = signedIn(390, 844, ColorScheme.DARK);
        for (var path : List.of("/", room, "/approvals", "/faq")) {
            wrong.addAll(violations(phone, path));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void theEditorsOwnFormsAndListsAreCleanToo() {
        var page = signedIn(1440, 900, ColorScheme.LIGHT);
        var room = roomOf(page);
        open(page, room);
        var text = new DocumentText(page);
        text.startLineBelow("Communications log");
        var wrong = new ArrayList<String>();

        text.type("/");
        page.locator(".candor-suggest").getByText("Time now").waitFor();
        wrong.addAll(Axe.violations(page, "the list of what can be inserted"));
        page.keyboard().press("Escape");
        page.keyboard().press("Backspace");
        page.locator("[data-tool=table]").click();
        page.locator("[data-tool=time]").click();
        page.getByLabel("Time (UTC)").waitFor();
        wrong.addAll(Axe.violations(page, "the form for a time"));
        page.keyboard().press("Escape");
        page.keyboard().press("Control+f");
        page.getByLabel("Find in this document").fill("orders");
        wrong.addAll(Axe.violations(page, "the find bar"));
        page.keyboard().press("Escape");
        page.keyboard().press("Control+/");
        page.locator(".candor-help[open]").waitFor();
        wrong.addAll(Axe.violations(page, "the list of keys"));
        page.keyboard().press("Escape");

        assertThat(wrong).isEmpty();
    }

    private static Page signedIn(int width, int height, ColorScheme colours) {
        var page =
                browsers.newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(width, height)
                                        .setColorScheme(colours))
                        .newPage();
        page.navigate(portal.url("/"));
        Browsers.signIn(page, "commander");
        page.locator("vaadin-app-layout").waitFor();
        return page;
    }

    /** The open incident that the demo tells most about. */
    private static String roomOf(Page page) {
        page.navigate(portal.url("/incidents"));
        var link =
                page.locator("a[href*='incidents/INC-']")
                        .filter(new Locator.FilterOptions().setHasText("Order events"))
                        .first();
        link.waitFor();
        return "/" + link.getAttribute("href").replaceFirst("^/", "");
    }

    private static List<String> violations(Page page, String path) {
        open(page, path);
        return Axe.violations(page, path + " at " + page.viewportSize().width);
    }

    private static void open(Page page, String path) {
        page.navigate(portal.url(path));
        page.locator("h1, h2").first().waitFor();
        if (page.locator("candor-editor").count() > 0) {
            page.locator("candor-editor .candor-saving[data-saving=saved]")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setTimeout(40_000));
        }
    }
}
