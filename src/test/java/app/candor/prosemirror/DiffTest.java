package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static String shown(Diff.Block block) {
        return block.runs().stream()
                .map(run ->
                        switch (run.change()) {
                            case SAME -> run.text();
                            case INSERTED -> "[+" + run.text() + "]";
                            case DELETED -> "[-" + run.text() + "]";
                            default -> "[~" + run.text() + "]";
                        })
                .collect(Collectors.joining());
    }

    private static List<Change> changes(Diff diff) {
        return diff.blocks().stream().map(Diff.Block::change).toList();
    }

    @Test
    void aReplacedWordShowsAsThatWordOnly() {
        Diff diff =
                Diff.between(
                        doc(paragraph(text("About 300 accounts are affected"))),
                        doc(paragraph(text("About 450 accounts are affected"))));
        assertThat(shown(diff.blocks().getFirst()))
                .isEqualTo("About [-300][+450] accounts are affected");
        assertThat(changes(diff)).containsExactly(Change.CHANGED);
    }

    @Test
    void aNewParagraphBetweenTwoOldOnesLeavesThemAlone() {
        String one = paragraph(text("We see errors in checkout"));
        String two = paragraph(text("Next update at noon"));
        String added = paragraph(text("A fix is rolling out"));
        Diff diff = Diff.between(doc(one + "," + two), doc(one + "," + added + "," + two));
        assertThat(changes(diff)).containsExactly(Change.SAME, Change.INSERTED, Change.SAME);
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void aNewMarkOrLinkIsSeenThoughTheWordsStay() {
        Diff diff =
                Diff.between(
                        doc(paragraph(text("see the page"))),
                        doc(
                                paragraph(
                                        text("see ")
                                                + ","
                                                + Texts.link("the page", "https://x.example/"))));
        assertThat(shown(diff.blocks().getFirst())).isEqualTo("see [~the page]");
        assertThat(changes(diff)).containsExactly(Change.RESTYLED);
    }

    @Test
    void aChangedAttributeIsNamedWithBothValues() {
        String task =
                "{'type':'task_list','content':[{'type':'task_item','attrs':{'checked':%s},"
                        + "'content':["
                        + paragraph(text("call support"))
                        + "]}]}";
        Diff diff = Diff.between(doc(task.formatted(false)), doc(task.formatted(true)));
        assertThat(diff.blocks().getFirst().attributes())
                .containsExactly(new Diff.AttributeChange("task_item", "checked", false, true));
        assertThat(changes(diff)).containsExactly(Change.RESTYLED);
    }

    @Test
    void aBlockThatWentElsewhereIsOneBlockThatMoved() {
        String first = paragraph(text("We see errors in checkout"));
        String second = paragraph(text("Payments are not affected"));
        String third = paragraph(text("Next update at noon"));
        Diff diff =
                Diff.between(
                        doc(first + "," + second + "," + third),
                        doc(second + "," + third + "," + first));
        List<Diff.Block> moved = diff.blocks().stream().filter(Diff.Block::moved).toList();
        assertThat(moved)
                .extracting(Diff.Block::change)
                .containsExactly(Change.DELETED, Change.INSERTED);
        assertThat(diff.blocks().get(moved.getFirst().other())).isEqualTo(moved.getLast());
        assertThat(diff.blocks().get(moved.getLast().other())).isEqualTo(moved.getFirst());
    }

    @Test
    void aBlockThatWentIntoAListWithOneWordChangedMovedToo() {
        String sentence = "%s accounts in the west region saw late orders";
        String between = paragraph(text("Something stays where it was all the time"));
        String list =
                "{'type':'bullet_list','content':[{'type':'list_item','content':["
                        + paragraph(text(sentence.formatted("300")))
                        + "]}]}";
        Diff diff =
                Diff.between(
                        doc(list + "," + between),
                        doc(between + "," + paragraph(text(sentence.formatted("450")))));
        assertThat(diff.blocks().stream().filter(Diff.Block::moved)).hasSize(2);
    }

    @Test
    void anotherSentenceInAnotherPlaceHasNotMoved() {
        String stays = paragraph(text("Something stays where it was all the time"));
        Diff diff =
                Diff.between(
                        doc(paragraph(text("The cause is not known yet")) + "," + stays),
                        doc(stays + "," + paragraph(text("A fix was rolled out at noon"))));
        assertThat(diff.blocks()).noneMatch(Diff.Block::moved);
    }

    @Test
    void aReplacedFactIsSeenAsANode() {
        String sentence = "{'type':'fact','attrs':{'key':'%s'}}," + text(" accounts");
        Diff diff =
                Diff.between(
                        doc(paragraph(sentence.formatted("first"))),
                        doc(paragraph(sentence.formatted("second"))));
        assertThat(diff.blocks().getFirst().runs())
                .extracting(Diff.Run::change)
                .containsExactly(Change.DELETED, Change.INSERTED, Change.SAME);
    }

    @Test
    void anInvisibleCharacterIsAChange() {
        Diff diff =
                Diff.between(
                        doc(paragraph(text("pay now"))), doc(paragraph(text("pay\\u200b now"))));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void bothVersionsCanBeReadBackFromTheDiff() throws Exception {
        Oracle.run(11, 600, false, DiffTest::readsBack);
    }

    private static void readsBack(Map<String, ?> line) {
        if (!"edit".equals(line.get("kind"))) {
            return;
        }
        Node before = Node.fromJson(Schema.candor(), line.get("doc"));
        Node after = Node.fromJson(Schema.candor(), line.get("after"));
        Diff diff = Diff.between(before, after);
        assertThat(diff.isEmpty()).isIn(before.equals(after), true);
        assertThat(side(diff, Change.INSERTED)).isEqualTo(words(before));
        assertThat(side(diff, Change.DELETED)).isEqualTo(words(after));
        assertThat(Diff.between(after, after).isEmpty()).isTrue();
    }

    private static String side(Diff diff, Change without) {
        return diff.blocks().stream()
                .flatMap(block -> block.runs().stream())
                .filter(run -> run.change() != without)
                .map(Diff.Run::text)
                .collect(Collectors.joining());
    }

    private static String words(Node doc) {
        StringBuilder words = new StringBuilder();
        doc.content().between(0, doc.content().size(), 0, (node, pos) -> words.append(node.text()));
        return words.toString();
    }
}
