package app.candor.faq;

import static app.candor.faq.EntryFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private static final Placeholders HALDEN =
            new Placeholders("Halden Outdoor", "48213", LocalDate.of(2026, 11, 18));

    private static final String PICTURE = "/attachments/text/" + "0".repeat(64) + ".png";

    private final AnswerText texts = new AnswerText();

    @Test
    void aCopyHoldsTheFactAsSignedAndTheCustomersName() {
        var copied = texts.filledIn(answer(1, "hash", "It began at"), HALDEN);

        assertThat(copied.plain()).isEqualTo("It began at 08:47 UTC for Halden Outdoor");
        assertThat(copied.html()).isEqualTo("<p>It began at 08:47 UTC for Halden Outdoor</p>");
    }

    @Test
    void aCustomersNameCannotBringMarkup() {
        var copied =
                texts.filledIn(
                        answer(1, "hash", "It began at"),
                        new Placeholders("<b>A & B</b>", "", null));

        assertThat(copied.html()).contains("&lt;b&gt;A &amp; B&lt;/b&gt;");
        assertThat(copied.plain()).endsWith("<b>A & B</b>");
    }

    @Test
    void withoutACustomerTheTextStillReads() {
        var copied = texts.filledIn(answer(1, "hash", "It began at"), Placeholders.OPEN);

        assertThat(copied.plain()).isEqualTo("It began at 08:47 UTC for your account");
    }

    @Test
    void ticketAndDayOfTheCopyAreFilledInAndReadWithoutATicketToo() {
        var answer =
                answerOf(
                        EntryFixture.paragraphOf(
                                words("We looked at "),
                                field("ticket"),
                                words(" on "),
                                field("date"),
                                words(".")));

        assertThat(texts.filledIn(answer, HALDEN).plain())
                .isEqualTo("We looked at 48213 on 18 November 2026.");
        assertThat(texts.filledIn(answer, Placeholders.OPEN).plain())
                .isEqualTo("We looked at your ticket on today.");
    }

    @Test
    void whatIsPastedConsistsOfElementsThatMailTicketsAndChatsKeep() {
        var html = texts.filledIn(answerOf(everything()), HALDEN).html();

        var body = Jsoup.parseBodyFragment(html).body();
        assertThat(body.children().stream().flatMap(child -> child.getAllElements().stream()))
                .allSatisfy(element -> {
                    assertThat(element.tagName())
                            .isIn(
                                    "p",
                                    "br",
                                    "h3",
                                    "strong",
                                    "a",
                                    "code",
                                    "pre",
                                    "blockquote",
                                    "ul",
                                    "ol",
                                    "li",
                                    "table",
                                    "tbody",
                                    "tr",
                                    "th",
                                    "td",
                                    "hr");
                    assertThat(element.attributes().asList())
                            .extracting(attribute -> attribute.getKey())
                            .isSubsetOf(
                                    "href",
                                    "start",
                                    "colspan",
                                    "border",
                                    "cellpadding",
                                    "cellspacing");
                });
        assertThat(html)
                .contains("<li>First", "<li>[x] Checked", "<ol start=\"3\">")
                .contains("<a href=\"https://status.example.com\">the status page</a>")
                .contains("<td colspan=\"2\">Cell</td>", "<th>Head</th>")
                .contains("<blockquote>", "<p>[The status page]</p>");
        assertThat(body.select("li > p, td > p, th > p")).isEmpty();
    }

    @Test
    void plainTextKeepsListsLinksAndTables() {
        var plain = texts.filledIn(answerOf(everything()), HALDEN).plain();

        assertThat(plain)
                .contains("- First", "3. Third", "[x] Checked", "Head | Head", "Cell")
                .contains("the status page (https://status.example.com)")
                .doesNotContain("<", "&");
    }

    private static Answer answerOf(Map<String, Object> document) {
        var plain = EntryFixture.answer(1, "hash", "");
        return new Answer(
                1,
                plain.draft(),
                plain.hash(),
                plain.question(),
                plain.audience(),
                plain.gates(),
                document,
                plain.facts(),
                "",
                plain.approvedAt(),
                plain.signedBy());
    }

    private static Map<String, Object> everything() {
        var link =
                Map.of(
                        "type",
                        "text",
                        "text",
                        "the status page",
                        "marks",
                        List.of(
                                Map.of(
                                        "type",
                                        "link",
                                        "attrs",
                                        Map.of("href", "https://status.example.com"))));
        var bold = Map.of("type", "text", "text", "b", "marks", List.of(Map.of("type", "strong")));
        return node(
                "doc",
                Map.of(),
                node("heading", Map.of("level", 3), words("Where to look")),
                node(
                        "paragraph",
                        Map.of(),
                        words("See "),
                        link,
                        node("hard_break", Map.of()),
                        bold),
                node("bullet_list", Map.of(), item("list_item", Map.of(), "First")),
                node("ordered_list", Map.of("order", 3), item("list_item", Map.of(), "Third")),
                node("task_list", Map.of(), item("task_item", Map.of("checked", true), "Checked")),
                node("callout", Map.of("kind", "note"), paragraph("Note")),
                node("blockquote", Map.of(), paragraph("Quote")),
                node("code_block", Map.of(), words("GET /status")),
                node("horizontal_rule", Map.of()),
                node(
                        "paragraph",
                        Map.of(),
                        node("image", Map.of("src", PICTURE, "alt", "The status page"))),
                node(
                        "table",
                        Map.of(),
                        node(
                                "table_row",
                                Map.of(),
                                item("table_header", Map.of("colspan", 1), "Head"),
                                item("table_header", Map.of("colspan", 1), "Head")),
                        node(
                                "table_row",
                                Map.of(),
                                item("table_cell", Map.of("colspan", 2), "Cell"))));
    }

    private static Map<String, Object> item(String type, Map<String, Object> attrs, String words) {
        return node(type, attrs, paragraph(words));
    }

    private static Map<String, Object> paragraph(String words) {
        return node("paragraph", Map.of(), words(words));
    }

    private static Map<String, Object> field(String name) {
        return node("merge_field", Map.of("name", name));
    }

    private static Map<String, Object> words(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, Object> node(
            String type, Map<String, Object> attrs, Map<?, ?>... content) {
        return Map.of("type", type, "attrs", attrs, "content", List.of(content));
    }
}
