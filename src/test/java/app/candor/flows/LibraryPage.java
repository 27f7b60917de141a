package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The library of answers as somebody uses it who does not touch the mouse. */
record LibraryPage(Page page) {
    private static final int MOST_STOPS = 12;

    static LibraryPage open(PortalProcess portal, Browsers browsers, String userName) {
        var page = browsers.signedInAs(portal, userName);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(portal.url("/faq"));
        var library = new LibraryPage(page);
        library.field().waitFor();
        return library;
    }

    void reload() {
        page.reload();
        field().waitFor();
    }

    /** From anywhere on the page to the search field, then the words. */
    void search(String words) {
        page.evaluate("() => document.activeElement?.blur()");
        page.keyboard().press("/");
        assertThat(field()).isFocused();
        page.keyboard().press("Control+A");
        type(words);
    }

    LibraryPage type(String words) {
        page.keyboard().type(words);
        return this;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    LibraryPage tabTo(String label) {
        return step("Tab", page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
    }

    void backToSearch() {
        step("Shift+Tab", field());
    }

    Locator field() {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("Search questions and answers"));
    }

    Locator customer() {
        return page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true));
    }

    Locator count() {
        return page.locator(".faq-search [aria-live]");
    }

    Locator chosen() {
        return page.locator(".faq-result[aria-selected=true]");
    }

    Locator answer() {
        return page.locator(".faq-answer .doc");
    }

    Locator toast(String words) {
        return page.getByText(words).first();
    }

    /** How often this answer was copied, as the page says it. */
    Locator copied() {
        return page.locator(".faq-foot dt:has-text('Copied') + dd");
    }

    String clipboard(String type) {
        page.bringToFront();
        return (String)
                page.evaluate(
                        """
                        async type => {
                            const [item] = await navigator.clipboard.read();
                            return (await item.getType(type)).text();
                        }
                        """,
                        type);
    }

    private LibraryPage step(String key, Locator target) {
        for (var stops = 0; stops < MOST_STOPS; stops++) {
            press(key);
            if (Boolean.TRUE.equals(target.evaluate("field => field === document.activeElement"))) {
                return this;
            }
        }
        throw new AssertionError("No way to " + target + " with " + key);
    }
}
