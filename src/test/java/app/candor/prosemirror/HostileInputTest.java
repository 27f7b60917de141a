package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.json;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private final StepWire wire = new StepWire(Schema.candor());
    private final Node doc =
            doc(
                    paragraph(text("We are investigating") + "," + text(" an outage", "strong"))
                            + ",{'type':'heading','attrs':{'level':2},'content':["
                            + text("Status 😀")
                            + "]},{'type':'bullet_list','content':[{'type':'list_item','content':["
                            + paragraph(text("one"))
                            + "]},{'type':'list_item','content':["
                            + paragraph("{'type':'image','attrs':{'src':'/attachments/a'}}")
                            + "]}]}");

    @Test
    void twoHundredThousandParagraphsAreRefusedAtOnce() {
        String slice = "{'type':'paragraph'},".repeat(200_000) + "{'type':'paragraph'}";
        String step =
                json("{'stepType':'replace','from':0,'to':0,'slice':{'content':[" + slice + "]}}");
        refusedQuickly(() -> wire.read(Json.parse(step)));
    }

    @Test
    void aTextInManyPiecesIsReadInLinearTime() {
        List<Object> pieces = new ArrayList<>();
        for (int i = 0; i < 49_000; i++) {
            pieces.add(Map.of("type", "text", "text", "thirty characters in each piece"));
        }
        Map<String, Object> step =
                Map.of(
                        "stepType",
                        "replace",
                        "from",
                        1,
                        "to",
                        1,
                        "slice",
                        Map.of("content", pieces));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> Rebase.apply(Schema.candor().emptyDocument(), List.of(wire.read(step))));
    }

    @Test
    void threeThousandLevelsAreRefusedAsTextAndAsValues() {
        String nested =
                "{'type':'blockquote','content':[".repeat(3_000)
                        + "{'type':'paragraph'}"
                        + "]}".repeat(3_000);
        refusedQuickly(() -> Json.parse(json(nested)));
        Map<String, @Nullable Object> node = new LinkedHashMap<>(Map.of("type", "paragraph"));
        for (int i = 0; i < 3_000; i++) {
            node = new LinkedHashMap<>(Map.of("type", "blockquote", "content", List.of(node)));
        }
        Map<String, @Nullable Object> deep = node;
        refusedQuickly(() -> Node.fromJson(Schema.candor(), deep));
    }

    @Test
    void wrappingAgainAndAgainEndsAtTheDepthLimit() {
        Object wrap =
                Json.parse(
                        json(
                                "{'stepType':'replaceAround','from':0,'to':2,'gapFrom':0,'gapTo':2,"
                                        + "'insert':1,'slice':{'content':[{'type':'blockquote'}]}}"));
        refusedQuickly(() -> {
            Node wrapped = Schema.candor().emptyDocument();
            for (int i = 0; i < 2_000; i++) {
                ReplaceAroundStep step = (ReplaceAroundStep) wire.read(wrap);
                int end = wrapped.content().size();
                wrapped =
                        Rebase.apply(
                                        wrapped,
                                        List.of(
                                                new ReplaceAroundStep(
                                                        0, end, 0, end, step.slice(), 1, false)))
                                .doc();
            }
        });
    }

    @Test
    void aTextThatGrowsWithEveryStepEndsAtTheSizeLimit() {
        String words = "x".repeat(100_000);
        refusedQuickly(() -> {
            Node grown = Schema.candor().emptyDocument();
            for (int i = 0; i < 2_000; i++) {
                grown = Rebase.apply(grown, List.of(wire.read(List.of("i", 1L, words)))).doc();
            }
        });
    }

    @Test
    void moreStepsThanACommitMayHaveAreRefused() {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i <= StepWire.MOST_STEPS; i++) {
            steps.add(List.of("i", 1L, "x"));
        }
        refusedQuickly(() -> wire.readAll(steps));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "java\\nscript:alert(1)",
                "data:text/html;base64,x",
                "file:///etc/passwd",
                "vbscript:x",
                "//evil.example/",
                "/relative",
                "https:",
                "https:\\u0000//a",
                "jav\\u0001ascript:alert(1)",
                ""
            })
    void linksLeadToTheWebOrAMailboxOnly(String address) {
        assertThatThrownBy(() -> doc(paragraph(Texts.link("here", address))))
                .isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(
                        () -> doc(paragraph("{'type':'image','attrs':{'src':'" + address + "'}}")))
                .isInstanceOf(InvalidDocument.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/attachments/../secrets", "http://a.example/x.png", "/other/a", "blob:x"})
    void imagesAreAttachmentsOrFetchedSecurely(String address) {
        assertThatThrownBy(
                        () -> doc(paragraph("{'type':'image','attrs':{'src':'" + address + "'}}")))
                .isInstanceOf(InvalidDocument.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20001", "1.5"})
    void anImageIsAsLargeAsAPageCanDrawOrOfUnknownSize(String width) {
        assertThatThrownBy(() ->
                        doc(
                                paragraph(
                                        "{'type':'image','attrs':{'src':'/attachments/a','width':"
                                                + width
                                                + "}}")))
                .isInstanceOf(InvalidDocument.class);
        doc(paragraph("{'type':'image','attrs':{'src':'/attachments/a'}}"));
    }

    @Test
    void aStepThatPartsACharacterLeavesADocumentThatDoesNotPassTheCheck() {
        Node smiling = doc(paragraph(text("a😀b")));
        Step parting = Texts.step("{'stepType':'replace','from':3,'to':4}");
        Node parted = Rebase.apply(smiling, List.of(parting)).doc();
        assertThatThrownBy(parted::check).isInstanceOf(InvalidDocument.class);
    }

    @Test
    void contentThatTheSchemaForbidsDoesNotPassTheCheck() {
        Step step =
                Texts.step(
                        "{'stepType':'replace','from':0,'to':0,'slice':{'content':"
                                + "[{'type':'blockquote'}]}}");
        Node after = Rebase.apply(doc, List.of(step)).doc();
        assertThatThrownBy(after::check).isInstanceOf(InvalidDocument.class);
    }

    private static void refusedQuickly(Runnable attempt) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(attempt::run).isInstanceOf(InvalidDocument.class));
    }
}
