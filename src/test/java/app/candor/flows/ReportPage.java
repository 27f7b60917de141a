package app.candor.flows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The page with one field and one button. */
record ReportPage(Page page) {
    private static final Pattern ROOM = Pattern.compile(".*/incidents/(INC-[A-Z0-9]+)$");

    /** From anywhere where nobody is writing. */
    static ReportPage byKey(Page page) {
        page.locator("[data-report]").waitFor();
        page.keyboard().press("r");
        return new ReportPage(page);
    }

    static ReportPage byButton(Page page) {
        page.locator("[data-report]").click();
        return new ReportPage(page);
    }

    Locator field() {
        return page.getByLabel("What do you see?");
    }

    /** At the field; for a moment it is also said aloud, in a place of its own. */
    Locator refusal() {
        return page.locator("vaadin-text-field:has([aria-invalid='true']) [slot='error-message']");
    }

    void submit() {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Report incident"))
                .click();
    }

    /** Writes, reports, and waits for the room that opens. */
    RoomPage report(String what) {
        field().fill(what);
        submit();
        page.waitForURL(ROOM);
        var url = ROOM.matcher(page.url());
        if (!url.matches()) {
            throw new IllegalStateException("No room at " + page.url());
        }
        return new RoomPage(page, url.group(1));
    }
}
