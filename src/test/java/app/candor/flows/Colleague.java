package app.candor.flows;

import app.candor.demo.DemoPerson;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Somebody who works on an incident in a browser of their own: the room stays open in one tab, what
 * they do is done in another.
 *
 * @param room the tab that is never loaded again once it is open
 */
record Colleague(PortalProcess portal, DemoPerson person, RoomPage room, Page work) {
    /** Lost by the page as soon as it loads again. */
    private static final String MARK = "openedOnce";

    static Colleague of(PortalProcess portal, DemoPerson person, Page page, String key) {
        var room = RoomPage.open(portal, page, key);
        room.title().waitFor();
        page.evaluate("mark => { window[mark] = true; }", MARK);
        return new Colleague(portal, person, room, page.context().newPage());
    }

    /** The work tab on that page of the incident. */
    RoomPage at(String below) {
        return new RoomPage(work, room.key()).open(portal, below);
    }

    boolean neverLoadedAgain() {
        return Boolean.TRUE.equals(room.page().evaluate("mark => window[mark] === true", MARK));
    }

    /** A row of a list on the page that the work tab shows. */
    Locator row(String words) {
        return work.locator("main .list-row").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** A panel of the page that the work tab shows, by its heading. */
    Locator panel(String title) {
        return work.locator("main .panel")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        work.getByRole(
                                                AriaRole.HEADING,
                                                new Page.GetByRoleOptions()
                                                        .setName(title)
                                                        .setExact(true))));
    }
}
