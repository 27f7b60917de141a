package app.candor.prosemirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineMarkupTest {

    @Test
    void everyKindOfLineBecomesItsBlock() {
        var doc =
                LineMarkup.read(
                        """
                        > Write what you know.
                        # Impact
                        Affected: **about** {fact:affected-count}, {field:contact_name}.
                        - one
                        - two
                        1. first
                        [ ] open
                        [x] done
                        | Known | Unknown |
                        | a | b |
                        ## Below
                        .
                        """);

        assertThat(Markdown.print(doc, AtomWords.UNRESOLVED))
                .isEqualTo(
                        """
                        > **NOTE**
                        >
                        > Write what you know.

                        ## Impact

                        Affected: **about** \\[affected-count\\], \\{\\{contact\\_name\\}\\}.

                        - one
                        - two

                        <!-- -->

                        1. first

                        <!-- -->

                        - [ ] open
                        - [x] done

                        | Known | Unknown |
                        | --- | --- |
                        | a | b |

                        ### Below


                        """);
    }

    @Test
    void noTextIsWrong() {
        assertThat(LineMarkup.read("")).isEqualTo(Schema.candor().emptyDocument());
        var seed = System.nanoTime();
        var random = new Random(seed);
        var signs = "#|->[]x 1.{}fact:*\n\\\"é😀";
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(60); length > 0; length--) {
                text.appendCodePoint(
                        signs.codePoints().skip(random.nextInt(22)).findFirst().orElse('x'));
            }
            assertThat(LineMarkup.read(text.toString()))
                    .as("seed %d, %s", seed, text)
                    .satisfies(Node::check);
        }
    }
}
