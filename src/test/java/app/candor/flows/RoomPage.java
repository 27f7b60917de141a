package app.candor.flows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

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

    /** The key of the incident that an address leads to. */
    static String keyIn(String url) {
        return url.replaceFirst(".*/incidents/(INC-[A-Z0-9]+).*", "$1");
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

    /** What is behind the three dots of the head. */
    void more(String action) {
        page.getByRole(
                        AriaRole.MENUBAR,
                        new Page.GetByRoleOptions().setName("More about this incident"))
                .getByLabel("More actions")
                .click();
        page.locator("vaadin-menu-bar-list-box [role=menuitem]").getByText(action).click();
    }

    /** Opens one of the tabs beside the document, such as {@code People}. */
    Locator beside(String tab) {
        var panel = page.locator(".side-tabs");
        panel.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(tab)).click();
        return panel;
    }

    /** Looks for a person by name in a field of the open question. */
    void choose(String field, String name) {
        inDialog(AriaRole.COMBOBOX, field).fill(name);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name)).click();
    }

    /** Fills a field for a point in time: the time as {@code 12:00}. */
    void moment(String field, LocalDate date, String time) {
        var picker =
                dialog().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(field));
        picker.locator("vaadin-date-picker input")
                .fill(DateTimeFormatter.ofPattern("dd/MM/uuuu").format(date));
        picker.locator("vaadin-date-picker input").press("Enter");
        picker.locator("vaadin-time-picker input").fill(time);
        picker.locator("vaadin-time-picker input").press("Enter");
    }

    DocumentText text() {
        return new DocumentText(page);
    }
}
