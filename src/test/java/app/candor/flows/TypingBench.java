package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a key to the paint that shows its letter, in a document of 500 KB with tables while twenty
 * other carets move; and from the click on a document of 100 KB to a text one can type in. Writes
 * {@code target/typing.json}.
 */
@Tag("bench")
class TypingBench {
    private static final int KEYS = 300;
    private static final int OTHERS = 20;
    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.HasCountOptions PATIENT_COUNT =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    /** One section of about 5 KB: a heading, a paragraph, a list and a table of 6 × 4. */
    private static final String FILL =
            """
            async ([sections]) => {
              const words = (n, seed) => Array.from({ length: n }, (_, i) => 'word' + ((i * 7 + seed) % 97)).join(' ');
              const section = (i) => `<h2>Section ${i}</h2><p>${words(260, i)}</p><p>${words(160, i + 3)}</p>`
                + `<ul>${[1, 2, 3].map((k) => `<li>${words(12, k + i)}</li>`).join('')}</ul>`
                + `<table>${[0, 1, 2, 3, 4, 5].map((r) => `<tr>${[0, 1, 2, 3].map((c) => `<td>${words(6, r + c + i)}</td>`).join('')}</tr>`).join('')}</table><p>${words(60, i)}</p>`;
              const text = document.querySelector('candor-editor .candor-text');
              for (let from = 0; from < sections; from += 10) {
                const data = new DataTransfer();
                data.setData('text/html', Array.from({ length: Math.min(10, sections - from) }, (_, i) => section(from + i)).join(''));
                text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                await new Promise((done) => setTimeout(done, 400));
              }
              return text.textContent.length;
            }
            """;

    private static final String LISTEN =
            """
            () => {
              window.took = [];
              let told = () => {};
              window.painted = (count) => new Promise((done) => {
                told = () => took.length >= count && done();
                told();
              });
              const channel = new MessageChannel();
              let began = [];
              channel.port1.onmessage = () => {
                const now = performance.now();
                for (const each of began) took.push(now - each);
                began = [];
                told();
              };
              document.querySelector('candor-editor .candor-text').addEventListener('keydown', ({ timeStamp }) => {
                began.push(timeStamp);
                // A message sent from a frame's callback arrives after that frame was painted.
                requestAnimationFrame(() => channel.port2.postMessage(0));
              }, true);
            }
            """;

    @Test
    void measure(@TempDir Path data) throws Exception {
        try (var portal = PortalProcess.empty(data);
                var browsers = new Browsers()) {
            var page = browsers.signedInAs(portal, "commander");
            var large = document(page, "A large document", 113);
            var textId = page.locator("candor-editor").getAttribute("doc-id");
            var text = new DocumentText(page);
            double[] took;
            try (var others = new WanderingCarets(portal, textId, OTHERS)) {
                assertThat(page.locator(".candor-caret")).hasCount(OTHERS, PATIENT_COUNT);
                text.editor().locator("p").nth(4).click();
                page.keyboard().press("End");
                page.evaluate(LISTEN);
                for (var key = 0; key < KEYS; key++) {
                    page.keyboard().press(key % 6 == 5 ? "Space" : "e");
                    page.evaluate("count => painted(count)", key + 1);
                }
                took = numbers(page, "took.sort((a, b) => a - b)");
                assertThat(page.locator(".candor-caret")).hasCount(OTHERS);
                if (!others.failure().isEmpty()) {
                    throw new IllegalStateException(others.failure());
                }
            }
            assertThat(text.saving()).hasText("Saved", PATIENT);

            var small = document(page, "A smaller document", 23);
            var opened =
                    IntStream.range(0, 6)
                            .mapToDouble(round -> open(page, portal))
                            .skip(1)
                            .toArray();
            java.util.Arrays.sort(opened);

            var result =
                    "{\"large_kb\": %d, \"carets\": %d, \"keys\": %d, \"input_to_paint_p50_ms\": %.1f,"
                            + " \"input_to_paint_p95_ms\": %.1f, \"input_to_paint_max_ms\": %.1f,"
                            + " \"small_kb\": %d, \"open_warm_median_ms\": %.0f, \"open_warm_max_ms\": %.0f}";
            Files.writeString(
                    Path.of("target/typing.json"),
                    result.formatted(
                            large / 1024,
                            OTHERS,
                            took.length,
                            took[took.length / 2],
                            took[took.length * 95 / 100],
                            took[took.length - 1],
                            small / 1024,
                            opened[opened.length / 2],
                            opened[opened.length - 1]));
        }
    }

    /** A new incident whose document holds that many sections; its size in characters. */
    private static int document(Page page, String title, int sections) {
        ReportPage.byButton(page).report(title);
        var text = new DocumentText(page);
        assertThat(text.saving()).hasText("Saved", PATIENT);
        text.startLineBelow("Decisions");
        var size = ((Number) page.evaluate(FILL, List.of(sections))).intValue();
        assertThat(text.saving()).hasText("Saved", PATIENT);
        return size;
    }

    /** From the click in the list of incidents until the text takes keys, in milliseconds. */
    private static double open(Page page, PortalProcess portal) {
        page.navigate(portal.url("/incidents?show=suspected"));
        var link =
                page.locator("a[href*='incidents/INC-']")
                        .filter(
                                new com.microsoft.playwright.Locator.FilterOptions()
                                        .setHasText("A smaller document"))
                        .first();
        link.waitFor();
        page.evaluate(
                """
                () => {
                  window.opened = new Promise((done) => addEventListener('click', ({ timeStamp }) => {
                    const look = () => document.querySelector('candor-editor .candor-text[aria-readonly=false]')?.textContent.length > 50000
                      ? done(performance.now() - timeStamp) : requestAnimationFrame(look);
                    look();
                  }, { capture: true, once: true }));
                }
                """);
        link.click();
        return ((Number) page.evaluate("() => window.opened")).doubleValue();
    }

    private static double[] numbers(Page page, String expression) {
        return ((List<?>) page.evaluate(expression))
                .stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    }
}
