package app.candor.faq;

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
import org.springframework.boot.test.web.server.LocalServerPort;

/** What writers and verifiers do to entries, and what arrives where an answer is pasted. */
@Tag("browser")
class CurationPagesTest extends FaqDesk {
    @LocalServerPort int port;

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

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
