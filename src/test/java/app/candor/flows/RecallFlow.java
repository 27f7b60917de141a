package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an answer after it was given, and of a question that has none. */
@Tag("browser")
class RecallFlow {
    private static final String KEPT = "How long do you keep raw deliveries?";
    private static final String ASKED = "May partners read our deliveries?";

    private static PortalProcess portal;
    private static Browsers browsers;
    private static Signers signers;
    private static Page writer;
    private static Page support;

    @BeforeAll
    static void open(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        signers = new Signers(portal, browsers);
        writer = browsers.signedInAs(portal, "writer");
        support = browsers.signedInAs(portal, "support");
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
    void whoGaveAnAnswerIsToldThatItChangedAndSetsItRightWithTheirCustomer() {
        writer.navigate(portal.url("/faq"));
        var first = new DraftPage(writer);
        first.button("Add a question").click();
        writer.getByLabel("Question, as a customer asks it").fill(KEPT);
        first.button("Write the answer").click();
        writer.waitForURL("**/comms/*");
        released(first, "For 25 months.");
        var library = LibraryPage.open(portal, browsers, "csm");
        library.search("raw deliveries");
        assertThat(library.chosen()).containsText(KEPT);
        library.tabTo("Customer").type("Harbour Software").backToSearch();
        library.press("Enter");
        assertThat(library.toast("Copied version 1 of")).isVisible();

        writer.navigate(portal.url("/faq"));
        button(writer, "Change the answer").click();
        writer.waitForURL("**/comms/*");
        assertThat(new DraftPage(writer).text().editor()).containsText("For 25 months.");
        released(new DraftPage(writer), "For 30 months.");

        var csm = library.page();
        csm.navigate(portal.url("/recalls"));
        csm.getByRole(AriaRole.LINK, named(KEPT)).click();
        assertThat(csm.locator("main del")).hasText("removed 25");
        assertThat(csm.locator("main ins")).hasText("added 30");
        var copy = csm.getByRole(AriaRole.BUTTON, button("Copy correction for Harbour Software"));
        assertThat(copy).isFocused();
        csm.keyboard().press("Enter");
        assertThat(library.toast("Copied the correction for Harbour Software")).isVisible();
        assertThat(library.clipboard("text/plain"))
                .startsWith("We gave you an earlier answer")
                .endsWith("For 30 months.");
        button(csm, "Customers were told").click();
        assertThat(csm.getByText("Customers were told.").first()).isVisible();
        csm.navigate(portal.url("/recalls"));
        assertThat(csm.getByText("Nobody has to be told")).isVisible();
    }

    @Test
    void aQuestionThatFindsNothingIsAskedAnsweredAndCopiedWithTheKeyboardOnly() {
        var library = LibraryPage.open(portal, browsers, "csm2");
        library.search(ASKED);
        assertThat(library.page().getByText("Nothing fits")).isVisible();
        library.press("Enter");
        var words = library.page().getByLabel("Question, as the customer asks it");
        assertThat(words).hasValue(ASKED);
        library.press("Control+Enter");
        assertThat(library.toast("Asked. You are told")).isVisible();

        writer.navigate(portal.url("/questions"));
        assertThat(writer.getByText("1 person waits").first()).isVisible();
        writer.getByRole(AriaRole.BUTTON, button("Write the answer: " + ASKED)).click();
        writer.waitForURL("**/comms/*");
        released(new DraftPage(writer), "Only if you invite them.");

        var csm = library.page();
        csm.navigate(portal.url("/inbox"));
        csm.getByRole(AriaRole.LINK, named("Your question is answered, ready to copy")).click();
        assertThat(library.chosen()).containsText(ASKED);
        assertThat(library.field()).isFocused();
        library.press("Enter");
        assertThat(library.toast("Copied version 1 of")).isVisible();
        assertThat(library.clipboard("text/plain").strip()).isEqualTo("Only if you invite them.");
    }

    private static void released(DraftPage draft, String words) {
        draft.write(words).submit(1);
        for (var signer : Signers.LOW) {
            signers.signWithoutLogin(signer, draft, 1);
        }
        draft.openedBy(support).release(1);
        support.getByText("Released").first().waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, button(name));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
