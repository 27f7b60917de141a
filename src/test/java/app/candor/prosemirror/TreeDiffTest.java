package app.candor.prosemirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeDiffTest {
    private static final Schema SCHEMA = Schema.candor();

    @Test
    void aWordThatChangedInACellLeavesTheOtherCellsAsTheyAre() {
        var diff =
                TreeDiff.between(
                        doc(table(row("Known", "Unknown"), row("Delay 95 min", "Cause"))),
                        doc(table(row("Known", "Unknown"), row("Delay 90 min", "Cause"))));

        var table = diff.parts().getFirst();
        assertThat(table.change()).isEqualTo(Change.CHANGED);
        assertThat(table.parts())
                .extracting(TreeDiff.Part::change)
                .containsExactly(Change.SAME, Change.CHANGED);
        assertThat(table.parts().getLast().parts())
                .extracting(TreeDiff.Part::change)
                .containsExactly(Change.CHANGED, Change.SAME);
    }

    @Test
    void aRowThatCameIsOneInsertedRow() {
        var diff =
                TreeDiff.between(
                        doc(table(row("a", "b"), row("c", "d"))),
                        doc(table(row("a", "b"), row("new", "row"), row("c", "d"))));

        assertThat(diff.parts().getFirst().parts())
                .extracting(TreeDiff.Part::change)
                .containsExactly(Change.SAME, Change.INSERTED, Change.SAME);
    }

    @Test
    void wordsMadeBoldAreRestyledAndNotRewritten() {
        var diff = TreeDiff.between(doc(p("All is well")), doc(strong("All is well")));

        assertThat(diff.parts().getFirst().change()).isEqualTo(Change.RESTYLED);
        assertThat(diff.parts().getFirst().runs())
                .extracting(Diff.Run::change)
                .containsOnly(Change.RESTYLED);
    }

    @Test
    void equalDocumentsDifferInNothing() {
        assertThat(TreeDiff.between(doc(p("a"), p("b")), doc(p("a"), p("b"))).isEmpty()).isTrue();
    }

    @Test
    void aLongTextWithOneNewParagraphKeepsAllTheOthers() {
        var before = IntStream.range(0, 3_000).mapToObj(i -> p("Line " + i)).toList();
        var after = new java.util.ArrayList<>(before);
        after.add(1_500, p("Written later"));
        after.set(10, p("Line 10 again"));
        var diff = TreeDiff.between(all(before), all(after));

        assertThat(diff.parts()).filteredOn(part -> part.change() == Change.INSERTED).hasSize(1);
        assertThat(diff.parts()).filteredOn(part -> part.change() == Change.CHANGED).hasSize(1);
        assertThat(diff.parts()).filteredOn(part -> part.change() == Change.DELETED).isEmpty();
    }

    private static Node doc(String... blocks) {
        return all(List.of(blocks));
    }

    private static Node all(List<String> blocks) {
        return SCHEMA.readDocument(
                "{\"type\":\"doc\",\"content\":[" + String.join(",", blocks) + "]}");
    }

    private static String p(String words) {
        return "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\""
                + words
                + "\"}]}";
    }

    private static String strong(String words) {
        return "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"marks\":[{\"type\":\"strong\"}],\"text\":\""
                + words
                + "\"}]}";
    }

    private static String table(String... rows) {
        return "{\"type\":\"table\",\"content\":[" + String.join(",", rows) + "]}";
    }

    private static String row(String... cells) {
        return "{\"type\":\"table_row\",\"content\":["
                + List.of(cells).stream()
                        .map(words -> "{\"type\":\"table_cell\",\"content\":[" + p(words) + "]}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
