package app.candor.flows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * One incident as one person has it open.
 *
 * @param key as people say it, {@code INC-K7Q4}
 */
record RoomPage(Page page, String key) {

    static RoomPage open(PortalProcess portal, Page page, String key) {
        page.navigate(portal.url("/incidents/" + key));
        return new RoomPage(page, key);
    }

    /** Another page of the same incident, by the list to the left. */
    RoomPage open(PortalProcess portal, String below) {
        page.navigate(portal.url("/incidents/" + key + "/" + below));
        return this;
    }

    Locator head() {
        return page.locator(".room-head");
    }

    Locator title() {
        return head().locator("h1");
    }

    Locator stage() {
        return head().locator(".stage, .step[aria-current=step]");
    }

    Locator clocks() {
        return page.locator(".clock-strip");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator inDialog(AriaRole role, String name) {
        return dialog().getByRole(
                        role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The main answer of the open question; waits until it is gone. */
    void answer(String name) {
        inDialog(AriaRole.BUTTON, name).click();
        dialog().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    Locator timeline() {
        return page.locator(".room-record .list-row");
    }

    /** Engineering says that it is one; nothing but the open question changes. */
    void confirm() {
        button("Confirm or dismiss").click();
        answer("Confirm incident");
    }

    void declare(String severity, String type) {
        button("Declare severity").click();
        inDialog(AriaRole.RADIO, severity).check();
        inDialog(AriaRole.RADIO, type).check();
        if (type.equals("Outage")) {
            inDialog(AriaRole.RADIO, "No").check();
        }
        answer("Declare incident");
    }

    DocumentText text() {
        return new DocumentText(page);
    }
}
