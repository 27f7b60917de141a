package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.link;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SerialisersTest {

    private static String html(String blocks) {
        return Html.print(doc(blocks), AtomWords.UNRESOLVED);
    }

    private static String markdown(String blocks) {
        return Markdown.print(doc(blocks), AtomWords.UNRESOLVED);
    }

    @Test
    void wordsThatLookLikeHtmlStayWords() {
        assertThat(html(paragraph(text("<script>&amp; it"))))
                .isEqualTo("<p>&lt;script&gt;&amp;amp; it</p>");
    }

    @Test
    void aLinkKeepsItsMarksInsideAndIsNotBrokenUp() {
        String linked =
                "{'type':'text','text':'bold','marks':[{'type':'link','attrs':{'href':"
                        + "'https://a.example/?x=1&y=2','title':null}},{'type':'strong'}]}";
        assertThat(html(paragraph(link("our ", "https://a.example/?x=1&y=2") + "," + linked)))
                .isEqualTo(
                        "<p><a href=\"https://a.example/?x=1&amp;y=2\" rel=\"noopener noreferrer\">"
                                + "our <strong>bold</strong></a></p>");
    }

    @Test
    void anAttributeCannotEndItsQuotes() {
        String image =
                "{'type':'image','attrs':{'src':'/attachments/a1','alt':'\\u0022 onerror=\\u0022x'}}";
        assertThat(html(paragraph(image)))
                .isEqualTo("<p><img src=\"/attachments/a1\" alt=\"&quot; onerror=&quot;x\"/></p>");
        assertThat(
                        html(
                                "{'type':'callout','attrs':{'kind':'x\\u0022 y'},'content':[{'type':'paragraph'}]}"))
                .isEqualTo(
                        "<aside class=\"callout\" data-callout=\"x&quot; y\" role=\"note\"><p></p></aside>");
    }

    @Test
    void everyRandomDocumentPrintsAsWellFormedXml() throws Exception {
        Oracle.run(7, 300, false, SerialisersTest::parsesAsXml);
    }

    private static void parsesAsXml(Map<String, ?> line) {
        if (!"edit".equals(line.get("kind"))) {
            return;
        }
        Node doc = Node.fromJson(Schema.candor(), line.get("doc"));
        String xml = "<body>" + Html.print(doc, AtomWords.UNRESOLVED) + "</body>";
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception malformed) {
            throw new AssertionError(xml, malformed);
        }
        assertThat(Markdown.print(doc, AtomWords.UNRESOLVED)).endsWith("\n");
    }

    @Test
    void wordsThatLookLikeMarkdownStayWords() {
        assertThat(markdown(paragraph(text("*not* _em_ [x](y) `c` <b> a|b"))))
                .isEqualTo("\\*not\\* \\_em\\_ \\[x\\](y) \\`c\\` \\<b\\> a\\|b\n");
        assertThat(markdown(paragraph(text("# no heading")))).isEqualTo("\\# no heading\n");
        assertThat(markdown(paragraph(text("1. no list")))).isEqualTo("1\\. no list\n");
        assertThat(markdown(paragraph(text("- no list")))).isEqualTo("\\- no list\n");
    }

    @Test
    void marksCloseBeforeASpaceSoThatMarkdownSeesThem() {
        assertThat(
                        markdown(
                                paragraph(
                                        text("Now ")
                                                + ","
                                                + text("bold ", "strong")
                                                + ","
                                                + text("plain"))))
                .isEqualTo("Now **bold** plain\n");
    }

    @Test
    void listsTasksAndTablesKeepTheirShape() {
        String item = "{'type':'list_item','content':[%s,%s]}";
        String nested =
                "{'type':'ordered_list','attrs':{'order':3},'content':["
                        + "{'type':'list_item','content':["
                        + paragraph(text("deep"))
                        + "]}]}";
        assertThat(
                        markdown(
                                "{'type':'bullet_list','content':["
                                        + item.formatted(paragraph(text("one")), nested)
                                        + "]}"))
                .isEqualTo("- one\n\n  3. deep\n");
        assertThat(
                        markdown(
                                "{'type':'task_list','content':[{'type':'task_item','attrs':"
                                        + "{'checked':true},'content':["
                                        + paragraph(text("done"))
                                        + "]}]}"))
                .isEqualTo("- [x] done\n");
        String cell = "{'type':'%s','content':[%s]}";
        assertThat(
                        markdown(
                                "{'type':'table','content':[{'type':'table_row','content':["
                                        + cell.formatted("table_header", paragraph(text("a|b")))
                                        + "]},{'type':'table_row','content':["
                                        + cell.formatted("table_cell", paragraph(text("c")))
                                        + "]}]}"))
                .isEqualTo("| a\\|b |\n| --- |\n| c |\n");
    }

    @Test
    void codeIsFencedByMoreThanItHolds() {
        assertThat(
                        markdown(
                                "{'type':'code_block','attrs':{'language':'md'},'content':["
                                        + text("```\\nx")
                                        + "]}"))
                .isEqualTo("````md\n```\nx\n````\n");
    }
}
