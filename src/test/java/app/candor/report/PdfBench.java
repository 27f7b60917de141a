package app.candor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

/** A technical explanation of ten pages, with headings, lists, code and a table. */
@Tag("bench")
class PdfBench {
    private static final int PAGES = 10;
    private static final int RUNS = 60;

    private final PdfPages pages = new PdfPages(new Templates(), new Typesetter());

    @Test
    void tenPages() throws Exception {
        var text = tenPagesLong();
        var length = length(pages.text(text));
        assertThat(length).isEqualTo(PAGES);
        for (var run = 0; run < RUNS; run++) {
            pages.text(text);
        }
        var millis = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var begun = System.nanoTime();
            pages.text(text);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        millis.sort(null);
        Files.writeString(
                Path.of("target", "pdf.json"),
                "{\"pages\": %d, \"p50_ms\": %.1f, \"p95_ms\": %.1f}"
                        .formatted(length, millis.get(RUNS / 2), millis.get(RUNS * 95 / 100)));
    }

    private TextDocument tenPagesLong() throws Exception {
        var steps = 1;
        while (length(pages.text(text(steps))) < PAGES) {
            steps++;
        }
        return text(steps);
    }

    private static TextDocument text(int steps) {
        var body =
                IntStream.rangeClosed(1, steps)
                        .mapToObj(n ->
                                """
                                <h2>Step %d</h2><p>An index node ran out of file handles and
                                <b>stopped answering</b>; the balancer kept sending it queries.
                                <i>Searches that reached it returned nothing.</i></p>
                                <ul><li>Start: 09:12 UTC</li><li>End: 10:03 UTC</li></ul>
                                <pre>balancer: node 7 healthy=true (stale)</pre>
                                <table><tr><th>Node</th><th>Queries</th></tr>
                                <tr><td>7</td><td>1,204</td></tr></table>
                                """
                                        .formatted(n))
                        .collect(Collectors.joining());
        return new TextDocument(
                "Why searches returned nothing",
                "Technical explanation",
                "INC-K7Q4",
                3,
                "9f2c41d0".repeat(8),
                true,
                body,
                Instant.parse("2026-11-18T10:42:00Z"));
    }

    private static int length(byte[] pdf) throws Exception {
        return new PdfReader(pdf).getNumberOfPages();
    }
}
