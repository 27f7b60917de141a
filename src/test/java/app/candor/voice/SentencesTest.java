package app.candor.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It began. It ended. | 2",
                "Use one, e.g. the first. Done. | 2",
                "At 9 a.m. it began. | 1",
                "It ran until 9 p.m. Then it stopped. | 2",
                "See https://status.example.com/a.b?c=d. Next one. | 2",
                "It grew by 31.5% in 2.4 hours. | 1",
                "Version 8.4.1 is out. | 1",
                "“It is late.” We wrote it down. | 2",
                "Really? Yes! | 2",
                "Waiting... then done. | 1",
                "J. Smith & Co. was told. | 1",
                "No. 5 is open. | 1",
                "No. Nothing was lost. | 2",
                "The U.S. region is open. | 1",
                "Dr. Who came. | 1"
            })
    void aSentenceEndsWhereAReaderWouldEndIt(String words, int sentences) {
        assertThat(Sentences.of(words)).hasSize(sentences);
    }

    @org.junit.jupiter.api.Test
    void aLineBreakEndsASentenceAndEmojiDoNotMoveItsPlaces() {
        var words = "One 🎉 thing\nAnother. Third";

        assertThat(Sentences.of(words).stream().map(span -> span.of(words)))
                .isEqualTo(List.of("One 🎉 thing", "Another.", "Third"));
    }
}
