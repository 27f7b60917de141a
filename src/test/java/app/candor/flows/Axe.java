package app.candor.flows;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe-core minds in a page by WCAG 2.2 A and AA. */
final class Axe {
    /** Vaadin's own scroller inside a tab list; it is no tab and takes no part in the list. */
    private static final String RUN =
            """
            async () => {
              const found = await axe.run({ exclude: [['vaadin-tabs']] }, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                resultTypes: ['violations'],
              });
              return found.violations.flatMap(({ id, nodes }) =>
                nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
            }
            """;

    private static final String SOURCE = source();

    private Axe() {}

    /**
     * The page as it stands now.
     *
     * @param where said of each violation, for whoever reads a failure
     * @return empty if there is none
     */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, String where) {
        // Entrances have ended: a colour in mid-change is no colour of ours.
        page.evaluate("() => document.getAnimations().forEach((each) => each.finish())");
        page.evaluate(SOURCE);
        return ((List<String>) page.evaluate(RUN))
                .stream().map(found -> where + ": " + found).toList();
    }

    private static String source() {
        try {
            return Files.readString(Path.of("frontend/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
