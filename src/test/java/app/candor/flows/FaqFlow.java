package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a question to words on a customer success manager's clipboard. */
@Tag("browser")
class FaqFlow {
    private static final String LOST = "Are any of my deliveries lost?";
    private static final String KEPT = "How long do you keep raw deliveries?";

    private static PortalProcess portal;
    private static TicketDesk desk;
    private static Browsers browsers;
    private static DeclaredSev1 incident;
    private static Signers signers;
    private static Page writer;
    private static Page support;

    @BeforeAll
    static void twoAnswersAreReleased(@TempDir Path data) throws Exception {
        desk = TicketDesk.open();
        portal = PortalProcess.empty(data, "--candor.api.allowed-origins=" + desk.origin());
        desk.shows(portal);
        browsers = new Browsers();
        incident = DeclaredSev1.in(portal, browsers).confirmDelay(DeclaredSev1.DELAY);
        incident.nothingElseAffected();
        signers = new Signers(portal, browsers);
        writer = browsers.signedInAs(portal, "writer");
        support = browsers.signedInAs(portal, "support");
        answerOfTheIncident();
        evergreenAnswer();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
        desk.close();
    }

    @AfterEach
    void noPageComplains() {
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void aManagerFindsAndCopiesAnAnswerWithTheKeyboardOnly() {
        var library = LibraryPage.open(portal, browsers, "csm");
        library.search("deliveries");
        assertThat(library.count()).hasText("2 answers");
        assertThat(library.chosen()).containsText(LOST);
        library.press("ArrowDown");
        assertThat(library.chosen()).containsText(KEPT);
        library.press("ArrowUp");
        assertThat(library.chosen()).containsText(LOST);
        library.tabTo("Customer").type("Harbour Software").backToSearch();
        assertThat(library.answer()).containsText("No. Harbour Software lost nothing");
        library.press("Enter");

        assertThat(library.toast("Copied version 1 of “" + LOST + "” for Harbour Software"))
                .isVisible();
        var plain =
                "No. Harbour Software lost nothing. Deliveries wait up to "
                        + DeclaredSev1.SHOWN_DELAY;
        assertThat(library.clipboard("text/plain").strip()).isEqualTo(plain);
        assertThat(library.clipboard("text/html"))
                .contains("<p", "Harbour Software")
                .doesNotContain("account_name");
        assertThat(library.copied()).hasText("once");
        library.reload();
        library.search("lost");
        assertThat(library.copied()).hasText("once");
        assertThat(library.customer()).hasValue("Harbour Software");
    }

    @Test
    void whoTypesFastAndPressesEnterCopiesWhatTheyTypedFor() {
        var library = LibraryPage.open(portal, browsers, "csm2");
        library.search("keep raw");
        library.press("Enter");

        assertThat(library.toast("Copied version 1 of “" + KEPT + "”")).isVisible();
        assertThat(library.clipboard("text/plain").strip()).isEqualTo("For 25 months.");
        library.tabTo("Customer").type("Quill & Sons").press("Enter");
        assertThat(library.toast("Copied version 1 of “" + KEPT + "” for Quill & Sons"))
                .isVisible();
    }

    @Test
    void fromThePageToTheClipboardItTakesAtMostFiveKeysBesideTheQuery() {
        var library = LibraryPage.open(portal, browsers, "csm2");
        var query = "deliveries";
        library.page()
                .evaluate(
                        "() => { window.pressed = 0;"
                                + " addEventListener('keydown', () => window.pressed++, true); }");
        library.press("/");
        library.type(query);
        assertThat(library.chosen()).containsText(LOST);
        library.press("ArrowDown");
        assertThat(library.chosen()).containsText(KEPT);
        library.press("Enter");

        assertThat(library.toast("Copied version 1 of “" + KEPT + "”")).isVisible();
        assertThat(library.clipboard("text/plain").strip()).isEqualTo("For 25 months.");
        var pressed = ((Number) library.page().evaluate("() => window.pressed")).intValue();
        assertThat(pressed - query.length()).isBetween(1, 5);
    }

    @Test
    void whatArrivesWhileACustomersNameIsTypedTakesNoLetterAway() {
        var library = LibraryPage.open(portal, browsers, "csm");
        library.search("deliveries");
        assertThat(library.chosen()).containsText(LOST);
        library.tabTo("Customer");
        library.press("Control+A");
        library.type("Bright");
        writer.navigate(portal.url("/faq"));
        writer.getByText(KEPT).first().click();
        assertThat(writer.locator(".faq-question")).hasText(KEPT);
        var own = new DraftPage(writer);
        own.button("Products").click();
        writer.getByLabel("Products").fill("Storage");
        writer.keyboard().press("Enter");
        own.button("Save products").click();
        assertThat(library.page().locator(".faq-result").getByText("Storage")).isVisible();

        library.type("water");

        assertThat(library.customer()).hasValue("Brightwater");
        assertThat(library.customer()).isFocused();
    }

    @Test
    void aTicketDeskOfAnotherOriginFindsAndCopiesWithATokenOfTheManager() {
        var page = browsers.signedInAs(portal, "csm2");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(portal.url("/me"));
        var own = new DraftPage(page);
        own.button("Make a token").click();
        page.getByLabel("Tool that uses it").fill("Ticket desk");
        page.getByText("Copy FAQ answers, each copy on record").click();
        own.button("Make the token").click();
        var token = page.getByLabel("Copy it now: it is not shown again").inputValue();
        own.button("I have stored the token").click();
        var byCookie = page.context().request().get(portal.url("/api/v1/faq?q=lost"));
        assertThat(byCookie.status()).isEqualTo(401);

        page.navigate(desk.origin());
        page.getByLabel("Your personal token for Candor").fill(token);
        page.keyboard().press("Enter");
        var field = page.getByRole(AriaRole.COMBOBOX);
        assertThat(field).isFocused();
        page.keyboard().type("delivereis lost");
        assertThat(page.locator("candor-faq .answer")).containsText("Halden Outdoor lost nothing");
        page.keyboard().press("Control+A");
        page.keyboard().type("keep rwa");
        page.keyboard().press("Enter");

        assertThat(page.getByText("Copied version 1 of “" + KEPT + "” for Halden Outdoor"))
                .isVisible();
        var pasted = new LibraryPage(page);
        assertThat(pasted.clipboard("text/plain").strip()).isEqualTo("For 25 months.");
        assertThat(pasted.clipboard("text/html")).contains("<p");
    }

    private static void answerOfTheIncident() {
        var draft = addQuestion(LOST, true);
        assertThat(writer.url()).contains(incident.path("comms/"));
        draft.write("No. ")
                .insertMergeField("Account name")
                .text()
                .type(" lost nothing. Deliveries wait up to ");
        draft.insertFact("Longest delay").submit(1);
        for (var signer : Signers.HIGH) {
            signers.signAfterFreshLogin(signer, draft, 1);
        }
        release(draft);
    }

    private static void evergreenAnswer() {
        var draft = addQuestion(KEPT, false);
        draft.write("For 25 months.").submit(1);
        for (var signer : Signers.LOW) {
            signers.signWithoutLogin(signer, draft, 1);
        }
        release(draft);
    }

    private static DraftPage addQuestion(String question, boolean ofTheIncident) {
        writer.navigate(portal.url("/faq"));
        var draft = new DraftPage(writer);
        draft.button("Add a question").click();
        writer.getByLabel("Question, as a customer asks it").fill(question);
        if (ofTheIncident) {
            writer.getByRole(AriaRole.DIALOG).locator("vaadin-select").click();
            incident.option(writer).click();
        }
        draft.button("Write the answer").click();
        writer.waitForURL("**/comms/*");
        return draft;
    }

    private static void release(DraftPage draft) {
        var opened = draft.openedBy(support);
        opened.release(1);
        support.getByText("Released").first().waitFor();
    }
}
