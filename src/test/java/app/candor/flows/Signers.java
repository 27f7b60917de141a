package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people who sign, each in an own browser that stays open. */
final class Signers {
    /** Those of the high class, in the order of its gates. */
    static final List<String> HIGH = List.of("engineer2", "cslead", "legal", "commander", "leader");

    /** Those of the low class. */
    static final List<String> LOW = List.of("engineer2", "cslead");

    private final PortalProcess portal;
    private final Browsers browsers;
    private final Map<String, Page> pages = new HashMap<>();

    Signers(PortalProcess portal, Browsers browsers) {
        this.portal = portal;
        this.browsers = browsers;
    }

    /** That person signs on a page of theirs that is open already. */
    Signers on(Page page, String userName) {
        pages.put(userName, page);
        return this;
    }

    /** The text before that person. */
    Page before(String userName, DraftPage draft) {
        var page = pages.computeIfAbsent(userName, name -> browsers.signedInAs(portal, name));
        page.navigate(draft.approvalUrl());
        assertThat(page.locator("main h1")).isVisible();
        return page;
    }

    /** Signs in again on the provider's page, comes back and signs. */
    void signAfterFreshLogin(String userName, DraftPage draft, int version) {
        var page = before(userName, draft);
        assertThat(button(page, "Sign version " + version)).hasCount(0);
        assertThat(page.getByText("You sign in again first")).isVisible();
        button(page, "Sign in again to sign").click();
        Browsers.signIn(page, userName);
        page.waitForURL(draft.approvalUrl() + "*");
        sign(page, version);
    }

    void signWithoutLogin(String userName, DraftPage draft, int version) {
        sign(before(userName, draft), version);
    }

    private static void sign(Page page, int version) {
        button(page, "Sign version " + version).click();
        assertThat(button(page, "Sign version " + version)).isHidden();
        assertThat(page.getByText("You signed version %d at".formatted(version))).isVisible();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
