package app.candor.flows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A SEV1 with three accounts, two of them affected, made in the browser by {@code engineer} and
 * commanded by {@code commander}.
 *
 * <p>Its facts are those of an incident that GitHub published: on 21 October 2018 its databases
 * parted for 43 seconds; webhook deliveries and page builds waited until everything was well again
 * after 24 hours and 11 minutes.
 *
 * @param engineer the page on which it was declared
 */
record DeclaredSev1(PortalProcess portal, Page engineer, String key) {
    static final String DELAY = "1451";
    static final String SHOWN_DELAY = "1,451 min";

    private static final String ACCOUNTS =
            """
            account,name,tier,csm,contact name,contact email,integration,contract notice hours,affected
            A-1,Harbour Software,Gold,Hanna Weiss,Ada Berg,ada@harbour.example,Webhooks,24,yes
            A-2,Quill & Sons,Gold,Hanna Weiss,Bo Lind,bo@quill.example,Webhooks,,yes
            A-3,Lantern,Silver,Ravi Menon,Cy Moss,cy@lantern.example,Pages,,no
            """;

    static DeclaredSev1 in(PortalProcess portal, Browsers browsers) {
        var page = browsers.signedInAs(portal, "engineer");
        var room = ReportPage.byButton(page).report("Webhook deliveries and page builds wait");
        importAccounts(room.open(portal, "accounts"));
        room.confirm();
        room.declare("SEV1", "Outage");
        RoomPage.open(portal, browsers.signedInAs(portal, "commander"), room.key())
                .button("Take command")
                .click();
        return new DeclaredSev1(portal, page, room.key());
    }

    /** Into the page of accounts; two of the three are affected. */
    static void importAccounts(RoomPage accounts) {
        accounts.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "accounts.csv",
                                "text/csv",
                                ACCOUNTS.getBytes(StandardCharsets.UTF_8)));
        accounts.page().getByText("2 of 3 accounts are affected").waitFor();
    }

    String path(String below) {
        return "/incidents/" + key + "/" + below;
    }

    /** The engineer confirms how long deliveries wait at most. */
    DeclaredSev1 confirmDelay(String minutes) {
        var room = new RoomPage(engineer, key).open(portal, "facts");
        room.button("Confirm longest delay").click();
        room.dialog().getByLabel("Minutes").fill(minutes);
        room.dialog().getByLabel("Where do you read it?").fill("Delivery age chart");
        room.answer("Confirm fact");
        return this;
    }

    /** The engineer answers with evidence what customers will ask: nothing of it was affected. */
    DeclaredSev1 nothingElseAffected() {
        engineer.navigate(portal.url(path("faq")));
        var room = new RoomPage(engineer, key);
        for (var asked :
                List.of("Were payments affected?", "Was data that was already stored affected?")) {
            room.button("Answer: " + asked).click();
            room.dialog().getByText("No, not affected").click();
            room.dialog().getByLabel("What does that stand on?").fill("Write log, query 7");
            room.answer("Confirm answer");
            room.button("Answer again: " + asked).waitFor();
        }
        return this;
    }

    /** The row of the ledger. */
    Locator fact(String label) {
        return engineer.locator(".fact-row")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        engineer.locator(".fact-label")
                                                .getByText(
                                                        label,
                                                        new Locator.GetByTextOptions()
                                                                .setExact(true))));
    }

    /** The choice of this incident in a list of incidents. */
    Locator option(Page page) {
        return page.getByRole(AriaRole.OPTION).getByText(key);
    }
}
