package app.candor.faq;

import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.WRITER;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.SignedIn;
import app.candor.flows.People;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What writers and verifiers do to entries, and what arrives where an answer is pasted. */
@Tag("browser")
class CurationPagesTest extends FaqDesk {
    @LocalServerPort int port;
    @Autowired Recalls recalls;

    private People people;

    @BeforeEach
    void browsers() {
        people = new People(port);
    }

    @AfterEach
    void noPageComplained() {
        assertThat(people.complaints()).isEmpty();
        people.close();
    }

    @Test
    void aVerifierIsNamedInADialogAndVerifiesOnTheAnswersPage() {
        var entry = answered("Do wombats count as staff?", "No.");
        var writer = people.desktop(WRITER);
        writer.navigate(people.url("/faq/" + entry.id()));
        button(writer, "Verifier").click();
        choose(writer, "Verifier", CSLEAD.fullName());
        writer.getByLabel("Every so many days").fill("30");
        writer.keyboard().press("Tab");
        button(writer, "Name verifier").click();
        assertThat(writer.getByText("every 30 days by " + CSLEAD.fullName())).isVisible();

        var verifier = people.desktop(CSLEAD);
        verifier.navigate(people.url("/faq/" + entry.id()));
        button(verifier, "Verify: still right").click();

        assertThat(verifier.getByText("Verified: it may be given").first()).isVisible();
    }

    @Test
    void aDuplicateInOtherWordsIsFoundInTheDialogAndMerged() {
        var twice = answered("Can an echidna be returned?", "Within 10 days.");
        var stays = answered("For how long are goods taken back?", "Within 14 days.");
        copied(twice, "Halden Outdoor");
        var writer = people.desktop(WRITER);
        writer.navigate(people.url("/faq/" + twice.id()));
        button(writer, "Merge").click();
        var dialog = writer.getByRole(AriaRole.DIALOG);
        button(dialog, "Merge").click();
        assertThat(dialog.getByText("Choose an entry.")).isVisible();
        choose(writer, "Entry that answers it instead", stays.question());
        button(dialog, "Merge").click();

        assertThat(writer.getByText("Merged. Its words find the other entry now").first())
                .isVisible();
        assertThat(library.find(twice.id()).orElseThrow().other()).isEqualTo(stays.id());
        assertThat(SignedIn.as(CSM, recalls::mine))
                .anyMatch(recall -> recall.entry().equals(twice.id()));
    }

    @Test
    void aFileIsRefusedRowByRowAndTakenOnceItIsMended() {
        var writer = people.desktop(WRITER);
        writer.navigate(people.url("/faq-writing"));
        upload(
                writer,
                "question,answer\nDo quolls sync?,Yes.\n,Nothing was asked.\nDo quolls fly?,\n");
        assertThat(writer.getByText("Row 2: There is no question.")).isVisible();
        assertThat(writer.getByText("Row 3: There is no answer.")).isVisible();

        upload(writer, "question,answer\nDo quolls sync?,Yes.\n");

        assertThat(writer.getByText("1 question was added as a draft.")).isVisible();
    }

    @Test
    void whatIsPastedKeepsItsListLinkAndTableAndAPlainFieldGetsWords() {
        var draft = inReview(question("Where do bandicoots look?", null, ""), listLinkAndTable());
        signedByAll(draft);
        SignedIn.as(
                app.candor.demo.DemoPerson.SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
        var entry = java.util.Objects.requireNonNull(draft.owner());
        var csm = people.desktop(CSM);
        csm.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        csm.navigate(people.url("/faq/" + entry));
        csm.getByLabel("Ticket", new Page.GetByLabelOptions().setExact(true)).fill("48213");
        assertThat(csm.locator(".faq-answer .doc")).containsText("For 48213");
        button(csm, "Copy answer").click();
        assertThat(csm.getByText("Copied version 1 of").first()).isVisible();

        var mail = csm.context().newPage();
        mail.setContent("<div id=rich contenteditable>x</div><textarea id=plain></textarea>");
        for (var field : List.of("#rich", "#plain")) {
            mail.locator(field).click();
            mail.keyboard().press("Control+A");
            mail.keyboard().press("Control+V");
        }

        assertThat(mail.locator("#rich ul > li"))
                .hasText(List.of("First", "Second").toArray(String[]::new));
        assertThat(mail.locator("#rich li p")).hasCount(0);
        assertThat(mail.locator("#rich a")).hasAttribute("href", "https://example.com/status");
        assertThat(mail.locator("#rich td")).hasText("Cell");
        assertThat(mail.locator("#rich [class]")).hasCount(0);
        assertThat(mail.locator("#plain").inputValue())
                .contains(
                        "- First\n- Second",
                        "the status page (https://example.com/status)",
                        "Cell");
    }

    private static Map<String, Object> listLinkAndTable() {
        var link = Map.of("type", "link", "attrs", Map.of("href", "https://example.com/status"));
        return Map.of(
                "type",
                "doc",
                "content",
                List.of(
                        Map.of(
                                "type",
                                "paragraph",
                                "content",
                                List.of(
                                        Map.of("type", "text", "text", "For "),
                                        Map.of(
                                                "type",
                                                "merge_field",
                                                "attrs",
                                                Map.of("name", "ticket")),
                                        Map.of("type", "text", "text", " see "),
                                        Map.of(
                                                "type",
                                                "text",
                                                "text",
                                                "the status page",
                                                "marks",
                                                List.of(link)))),
                        of(
                                "bullet_list",
                                of("list_item", words("First")),
                                of("list_item", words("Second"))),
                        of("table", of("table_row", of("table_cell", words("Cell"))))));
    }

    private static Map<String, Object> words(String text) {
        return of("paragraph", Map.of("type", "text", "text", text));
    }

    private static Map<String, Object> of(String type, Map<?, ?>... content) {
        return Map.of("type", type, "content", List.of(content));
    }

    private static void upload(Page page, String csv) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "faq.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static void choose(Page page, String label, String option) {
        var field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label));
        field.fill(option);
        page.locator("vaadin-combo-box-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
