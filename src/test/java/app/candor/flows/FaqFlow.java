package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
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
    private static Browsers browsers;
    private static DeclaredSev1 incident;
    private static Signers signers;
    private static Page writer;
    private static Page support;

    @BeforeAll
    static void twoAnswersAreReleased(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
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
        assertThat(support.getByText("Released").first()).isVisible();
    }
}
