package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that a rule minds, from the first underline to a rule that the company changes. */
@Tag("browser")
class VoiceFlow {
    private static final String STOCK = "Stock phrase: inconvenience";

    private static PortalProcess portal;
    private static Browsers browsers;

    @BeforeAll
    static void open(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
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
    void aWriterMendsWhatIsMindedOrKeepsItWithASecondPersonAndTheCompanyAddsAWord() {
        var writer = browsers.signedInAs(portal, "writer");
        var draft = answerTo(writer, "Which deliveries were late?");
        draft.write(
                "Deliveries were late for 25 minutes. We are deeply sorry for the inconvenience.");
        var minded = new ArrayList<String>();

        // by key: the place, the card beside it, the better wording in its place
        assertThat(count(writer)).hasText("1 error, 1 warning");
        count(writer).focus();
        writer.keyboard().press("Enter");
        minded.addAll(Axe.violations(writer, "the list of findings"));
        writer.keyboard().press("Tab");
        writer.keyboard().press("Enter");
        assertThat(card(writer)).containsText("Apology with an intensifier");
        minded.addAll(Axe.violations(writer, "the card of a finding"));
        writer.keyboard().press("Alt+Enter");
        assertThat(draft.text().editor()).containsText("We are sorry for the inconvenience.");
        assertThat(count(writer)).hasText("1 error");

        // by pointer: not without a second person
        draft.button("Submit version 1 for signatures").click();
        assertThat(toast(writer, "Not submitted; your text is kept.")).containsText(STOCK);
        writer.locator(".voice-list").getByRole(AriaRole.BUTTON).click();
        button(writer, "Not here, because…").click();
        writer.getByLabel("Why it stays; a second person has to agree")
                .fill("It is the name of our form.");
        writer.keyboard().press("Enter");
        assertThat(toast(writer, "Somebody else has to agree")).isVisible();
        assertThat(writer.locator(".kept-word")).containsText("Waits for: ");
        minded.addAll(Axe.violations(writer, "a kept wording"));

        var second = new DraftPage(browsers.signedInAs(portal, "cslead"));
        second.page().navigate(writer.url());
        second.button("Agree to “inconvenience”").click();
        assertThat(writer.locator(".kept-word")).containsText("Agreed by");
        assertThat(count(writer)).hasText("Nothing to change");
        draft.submit(1);

        // the company's own word, tried on that text and confirmed by another administrator
        var admin = browsers.signedInAs(portal, "admin");
        admin.navigate(portal.url("/policy/voice"));
        var avoid = admin.getByLabel("Words to avoid");
        avoid.fill(avoid.inputValue() + "\ndeliveries");
        avoid.blur();
        button(admin, "Try on past texts").click();
        assertThat(admin.getByText("1 text read")).isVisible();
        assertThat(admin.getByText("New: ").first()).containsText("deliveries");
        minded.addAll(Axe.violations(admin, "the rules"));
        button(admin, "Propose these rules").click();
        assertThat(toast(admin, "waits for a second administrator")).isVisible();
        var admin2 = browsers.signedInAs(portal, "admin2");
        admin2.navigate(portal.url("/policy?kind=voice"));
        button(admin2, "Confirm version 2").click();
        assertThat(toast(admin2, "in force")).isVisible();

        var next = answerTo(writer, "Are deliveries late now?");
        next.write("No. All deliveries arrive in time.");
        assertThat(count(writer)).containsText("warning");
        count(writer).click();
        assertThat(writer.locator(".voice-list")).containsText("Word the company avoids");
        assertThat(minded).isEmpty();
    }

    private static DraftPage answerTo(Page writer, String question) {
        writer.navigate(portal.url("/faq"));
        button(writer, "Add a question").click();
        writer.getByLabel("Question, as a customer asks it").fill(question);
        button(writer, "Write the answer").click();
        writer.waitForURL("**/comms/*");
        return new DraftPage(writer);
    }

    private static Locator count(Page page) {
        return page.locator(".voice-count");
    }

    private static Locator card(Page page) {
        return page.locator(".voice-card");
    }

    private static Locator toast(Page page, String words) {
        return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(words)).last();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
