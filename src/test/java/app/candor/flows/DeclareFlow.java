package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a suspicion to a declared incident with a commander. */
@Tag("browser")
class DeclareFlow {
    private static final String HEADER =
            "account,name,tier,csm,contact name,contact email,integration,contract notice hours,"
                    + "affected\n";

    private static PortalProcess portal;
    private static Browsers browsers;
    private static Page engineer;
    private RoomPage room;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        engineer = browsers.signedInAs(portal, "engineer");
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @BeforeEach
    void somethingIsSuspected() {
        room = ReportPage.byButton(engineer).report("Webhook deliveries and page builds wait");
    }

    @AfterEach
    void noPageComplains() {
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void aWrongListNamesItsRowsAndImportsNothing() {
        room.open(portal, "accounts");
        upload(
                HEADER
                        + "A-1,Harbour Software,Gold,csm,Ada,ada@harbour.example,Webhooks,24,yes\n"
                        + "A-2,Quill,Gold,csm,Bo,not an address,Webhooks,,perhaps\n"
                        + "A-1,Harbour again,Gold,csm,Ada,ada@harbour.example,Webhooks,,no\n");

        assertThat(engineer.getByText("Nothing was imported.")).isVisible();
        var problems = engineer.locator(".problems li");
        assertThat(problems)
                .hasText(
                        new String[] {
                            "Line 3, contact email: Is no e-mail address.",
                            "Line 3, affected: Has to be yes or no.",
                            "Line 4, account: “A-1” is on line 2 already."
                        });
        engineer.reload();
        assertThat(engineer.getByText("No affected accounts yet")).isVisible();
    }

    @Test
    void theCriteriaShowTheirArithmeticAndLeadToSev1WithACommander() {
        room.open(portal, "accounts");
        upload(accounts(12, 8));
        assertThat(engineer.getByText("12 rows read; 8 of 12 accounts are affected.")).isVisible();
        assertThat(engineer.locator(".criteria li").first())
                .containsText("8 of 12 merchants = 66.7% > 25%");

        room.button("Confirm or dismiss").click();
        assertThat(room.dialog()).containsText("8 of 12 merchants = 66.7% > 25%");
        room.answer("Confirm incident");
        room.button("Declare severity").click();
        assertThat(room.dialog()).containsText("Proposed from the criteria: SEV1.");
        room.inDialog(AriaRole.RADIO, "Outage").check();
        room.inDialog(AriaRole.RADIO, "No").check();
        room.answer("Declare incident");
        assertThat(room.head().locator(".badge").first()).hasText("SEV1");
        assertThat(room.head()).containsText("Commander vacant and 7 more");

        var commander = RoomPage.open(portal, browsers.signedInAs(portal, "commander"), room.key());
        commander.button("Take command").click();
        assertThat(commander.head()).containsText("I. Okafor");
        assertThat(commander.head()).containsText("Communications lead vacant and 6 more");
        assertThat(room.head()).containsText("I. Okafor");
    }

    @Test
    void anAnswerThatIsMissingIsAskedForAndNothingIsDeclared() {
        room.confirm();
        room.button("Declare severity").click();
        room.inDialog(AriaRole.RADIO, "Outage").check();
        room.inDialog(AriaRole.BUTTON, "Declare incident").click();

        assertThat(room.dialog()).containsText("Say whether raw event data is lost");
        room.inDialog(AriaRole.BUTTON, "Cancel").click();
        assertThat(room.head().locator(".badge").first()).hasText("No SEV");
    }

    @Test
    void whoHoldsNoSuchRoleReadsAndIsOfferedNoneOfIt() {
        var csm = RoomPage.open(portal, browsers.signedInAs(portal, "csm"), room.key());
        assertThat(csm.title()).hasText("Webhook deliveries and page builds wait");
        assertThat(csm.button("Confirm or dismiss")).hasCount(0);
        csm.page().getByRole(AriaRole.MENUBAR).getByLabel("More actions").click();
        assertThat(csm.page().locator("vaadin-menu-bar-list-box [role=menuitem]"))
                .hasText(new String[] {"I am joining"});
        csm.page().keyboard().press("Escape");
        assertThat(csm.text().saving()).hasText("Read only");
        assertThat(csm.text().editor()).hasAttribute("aria-readonly", "true");
        csm.open(portal, "accounts");
        assertThat(csm.page().getByText("No affected accounts yet")).isVisible();
        assertThat(csm.page().locator("vaadin-upload")).hasCount(0);
    }

    private static void upload(String csv) {
        engineer.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "accounts.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String accounts(int all, int affected) {
        return IntStream.range(0, all)
                .mapToObj(at ->
                        "A-%d,Customer %d,Gold,csm,Contact %d,c%d@customer.example,%s,,%s"
                                .formatted(
                                        at,
                                        at,
                                        at,
                                        at,
                                        at % 2 == 0 ? "Webhooks" : "Pages",
                                        at < affected ? "yes" : "no"))
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }
}
