package app.candor.flows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Real Chromium, one context a person. Collects what every console complained of.
 *
 * <p>The executable is {@code CANDOR_CHROMIUM} or one of the usual paths; nothing is downloaded.
 */
final class Browsers implements AutoCloseable {
    private static final List<String> USUAL =
            List.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome");

    /**
     * What Flow's React router says, once in hundreds of page changes, when a link is used while
     * the last change still runs (vaadin/flow issue 20404): the page has gone on already. Were it
     * stuck instead, the journey would wait in vain for what comes next and fail.
     */
    private static final String WENT_ON_ALREADY =
            "Invalid blocker state transition: unblocked -> proceeding";

    /** Milliseconds. */
    private static final double PATIENCE = 45_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Browsers() {
        // As patient as the actions below: two busy cores may need more than the five seconds of
        // the library.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    /** A new browser context, signed in on the demo page, on the portal's home. */
    Page signedInAs(PortalProcess portal, String userName) {
        var page = newContext().newPage();
        page.navigate(portal.url("/"));
        signIn(page, userName);
        return page;
    }

    static void signIn(Page page, String userName) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Sign in as " + userName)
                                .setExact(true))
                .click();
    }

    BrowserContext newContext() {
        return newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    BrowserContext newContext(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setTimezoneId("UTC").setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.location() + " " + message.text());
            }
        });
        context.onWebError(error -> {
            if (!error.error().contains(WENT_ON_ALREADY)) {
                complaints.add(error.error());
            }
        });
        return context;
    }

    /** Console errors and uncaught exceptions of every page so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        var named = System.getenv("CANDOR_CHROMIUM");
        if (named != null) {
            return Path.of(named);
        }
        return USUAL.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No Chromium found. Install the package chromium or set"
                                        + " CANDOR_CHROMIUM to its executable."));
    }
}
