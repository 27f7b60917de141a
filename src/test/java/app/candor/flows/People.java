package app.candor.flows;

import app.candor.demo.DemoPerson;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/** The demo's people in browsers, before a portal that runs inside the test. */
public final class People implements AutoCloseable {
    private final Browsers browsers = new Browsers();
    private final int port;

    public People(int port) {
        this.port = port;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public Page desktop(DemoPerson person) {
        return signedIn(browsers.newContext(), person);
    }

    /** 390 by 844, with touch. */
    public Page phone(DemoPerson person) {
        return signedIn(
                browsers.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true)),
                person);
    }

    /** Console errors and uncaught exceptions of every page so far. */
    public List<String> complaints() {
        return browsers.complaints();
    }

    private Page signedIn(BrowserContext context, DemoPerson person) {
        var page = context.newPage();
        page.navigate(url("/"));
        Browsers.signIn(page, person.userName());
        page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING).first().waitFor();
        return page;
    }

    @Override
    public void close() {
        browsers.close();
    }
}
