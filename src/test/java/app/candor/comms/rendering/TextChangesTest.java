package app.candor.comms.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.comms.rendering.TextChanges.Kind;
import app.candor.comms.rendering.TextChanges.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextChangesTest {

    @Test
    void aChangedNumberIsShownInItsSentence() {
        assertThat(
                        TextChanges.between(
                                blocks("This affects 396 merchants."),
                                blocks("This affects 418 merchants.")))
                .containsExactly(
                        new TextChanges.Changed(
                                "Scope",
                                List.of(
                                        new Piece(Kind.SAME, "This affects "),
                                        new Piece(Kind.REMOVED, "396"),
                                        new Piece(Kind.ADDED, "418"),
                                        new Piece(Kind.SAME, " merchants."))));
    }

    @Test
    void equalTextsHaveNoChanges() {
        assertThat(TextChanges.between(blocks("Late."), blocks("Late."))).isEmpty();
    }

    @Test
    void charactersThatNobodySeesAreNamed() {
        var changes = TextChanges.between(blocks("Late."), blocks("La\u200bte\u202e."));

        assertThat(changes.getFirst().pieces())
                .contains(new Piece(Kind.ADDED, "La⟨U+200B⟩te⟨U+202E⟩."));
    }

    @Test
    void aNewParagraphIsAddedAsAWhole() {
        assertThat(TextChanges.between(blocks("One."), blocks("One.", "Two.")))
                .containsExactly(
                        new TextChanges.Changed("Scope", List.of(new Piece(Kind.ADDED, "Two."))));
    }

    private static List<ReadingBlock> blocks(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> new ReadingBlock("Scope", text, false))
                .toList();
    }
}
