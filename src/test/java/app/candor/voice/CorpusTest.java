package app.candor.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How well the shipped rules find what is wrong and leave alone what is not. The first half was
 * used while tuning; the second half is looked at for its figures only.
 */
class CorpusTest {
    private static final List<Corpus.Text> TUNED = Corpus.read("tuned.txt");
    private static final List<Corpus.Text> HELD_OUT = Corpus.read("held-out.txt");

    /** Figures over one half. */
    record Figures(
            double errorRecall, double recall, double falseErrorsPer1000, double falseWarnings) {}

    @Test
    void theCorpusHasSixtyCleanTextsAndAHundredAndTwentyWithFaults() {
        var all = new ArrayList<>(TUNED);
        all.addAll(HELD_OUT);

        assertThat(all.stream().filter(Corpus.Text::isClean)).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all.stream().filter(text -> !text.isClean())).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void theHalfUsedForTuningIsJudgedWell() {
        var figures = figures("tuned", TUNED);

        assertThat(figures.errorRecall()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.falseErrorsPer1000()).isLessThanOrEqualTo(1);
    }

    @Test
    void theHalfThatNobodyTunedForIsJudgedNearlyAsWell() {
        var figures = figures("held out", HELD_OUT);

        assertThat(figures.errorRecall()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.falseErrorsPer1000()).isLessThanOrEqualTo(1);
    }

    static Figures heldOut() {
        return figures("held out", HELD_OUT);
    }

    private static Figures figures(String name, List<Corpus.Text> texts) {
        var lines = new StringBuilder("voice corpus, " + name + "\n");
        var perCategory = new int[Category.values().length][2];
        var errors = new int[2];
        var all = new int[2];
        var words = 0;
        var falseErrors = 0;
        var falseWarnings = 0;
        for (var text : texts) {
            var report = text.judged();
            for (var fault : text.faults()) {
                var found = report.findings().stream().anyMatch(finding -> meets(finding, fault));
                count(perCategory[fault.category().ordinal()], found);
                count(all, found);
                if (fault.error()) {
                    count(errors, found);
                }
                if (!found) {
                    lines.append("  missed ").append(fault.category()).append(": ");
                    lines.append(fault.words()).append('\n');
                }
            }
            if (!text.missing().isEmpty()) {
                var found =
                        report.findings().stream()
                                .filter(finding -> finding.rule().equals(text.missing()))
                                .findFirst();
                count(perCategory[Category.STRUCTURE.ordinal()], found.isPresent());
                count(all, found.isPresent());
                if (!text.missing().startsWith("faq")) {
                    count(errors, found.filter(f -> f.weight().blocks()).isPresent());
                }
                if (found.isEmpty()) {
                    lines.append("  missed ").append(text.missing()).append(": ");
                    lines.append(text.words().strip()).append('\n');
                }
            }
            if (text.isClean()) {
                words += Readability.words(text.words());
                for (var finding : report.findings()) {
                    var blocks = finding.weight().blocks();
                    falseErrors += blocks ? 1 : 0;
                    falseWarnings += finding.weight() == Weight.WARNING ? 1 : 0;
                    if (finding.weight() != Weight.HINT) {
                        lines.append(blocks ? "  false error " : "  false warning ");
                        lines.append(finding.rule()).append(": ").append(finding.words());
                        lines.append(" | ").append(text.header()).append('\n');
                    }
                }
            }
        }
        Arrays.stream(Category.values())
                .filter(category -> perCategory[category.ordinal()][1] > 0)
                .forEach(category -> {
                    var counts = perCategory[category.ordinal()];
                    lines.append("  %-12s %d of %d%n".formatted(category, counts[0], counts[1]));
                });
        var figures =
                new Figures(
                        share(errors),
                        share(all),
                        1000.0 * falseErrors / words,
                        1000.0 * falseWarnings / words);
        lines.append(
                "  errors %d of %d, all %d of %d, clean words %d, %s%n"
                        .formatted(errors[0], errors[1], all[0], all[1], words, figures));
        System.out.print(
                texts == TUNED
                        ? lines
                        : lines.toString().replaceAll("(?m)^  (?:missed|false) .*\n", ""));
        return figures;
    }

    private static boolean meets(Finding finding, Corpus.Fault fault) {
        return finding.category() == fault.category()
                && finding.place() == Finding.Place.TEXT
                && finding.from() < fault.to()
                && fault.from() < finding.to()
                && (!fault.error() || finding.weight().blocks());
    }

    private static void count(int[] counts, boolean found) {
        counts[0] += found ? 1 : 0;
        counts[1]++;
    }

    private static double share(int[] counts) {
        return (double) counts[0] / counts[1];
    }
}
