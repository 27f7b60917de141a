package app.candor.voice;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long judging takes and how well it judges; started by {@code ./candor bench voice}. */
@Tag("bench")
class VoiceBench {
    private static final int WORDS = 200;
    private static final int RUNS = 400;

    @Test
    void measures() {
        var text = twoHundredWords();
        var at = Circumstances.of(TextKind.EMAIL).at(Phase.IDENTIFIED, Matter.OUTAGE);
        for (var run = 0; run < RUNS; run++) {
            new Checker(ShippedRules.BOOK).check(text, at);
        }
        var millis = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            // A checker of its own: nothing is remembered from the run before.
            var checker = new Checker(ShippedRules.BOOK);
            var begun = System.nanoTime();
            checker.check(text, at);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        millis.sort(null);
        var figures = CorpusTest.heldOut();
        System.out.printf(
                "VOICE {\"ms_per_200_words\": %.2f, \"p99_ms\": %.2f, \"recall\": %.3f,"
                        + " \"recall_all\": %.3f, \"false_per_1000\": %.2f}%n",
                millis.get(RUNS / 2),
                millis.get(RUNS * 99 / 100),
                figures.errorRecall(),
                figures.recall(),
                figures.falseErrorsPer1000());
    }

    private static Manuscript twoHundredWords() {
        var lines = new ArrayList<String>();
        var words = 0;
        for (var text : Corpus.read("held-out.txt")) {
            for (var line : text.words().strip().split("\n")) {
                if (words < WORDS) {
                    lines.add(line);
                    words += Readability.words(line);
                }
            }
        }
        return Manuscript.ofLines(String.join("\n", List.copyOf(lines)));
    }
}
