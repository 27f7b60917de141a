package app.candor.flows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The living document in one browser. */
record DocumentText(Page page) {
    /** What is written, without the others' carets. */
    private static final String WORDS =
            """
            const written = () => {
                const text = document.querySelector('candor-editor .candor-text');
                if (!text) return '';
                const copy = text.cloneNode(true);
                copy.querySelectorAll('.ProseMirror-widget').forEach(each => each.remove());
                return copy.textContent;
            };
            """;

    Locator editor() {
        return page.locator("candor-editor .candor-text");
    }

    Locator saving() {
        return page.locator("candor-editor .candor-saving");
    }

    Locator avatar(String name) {
        return page.locator("candor-editor .candor-people").getByLabel(name);
    }

    Locator carets() {
        return editor().locator(".candor-caret");
    }

    /** Puts the caret into a new line below the heading. */
    void startLineBelow(String heading) {
        editor().locator("h2").getByText(heading).click();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
    }

    /** Puts the caret after the last letter of the line. */
    void goToEndOf(String line) {
        editor().locator("p").getByText(line).click();
        page.keyboard().press("End");
    }

    void type(String words) {
        page.keyboard().type(words);
    }

    String words() {
        return (String) page.evaluate("() => {" + WORDS + "return written(); }");
    }

    /** Until each of these is written in this browser. */
    void awaitAll(List<String> words) {
        page.waitForFunction(
                "words => {"
                        + WORDS
                        + "const now = written(); return words.every(each => now.includes(each)); }",
                words,
                new Page.WaitForFunctionOptions().setTimeout(20_000));
    }

    /** Until this many of one letter are written in this browser. */
    void awaitCount(String letter, int count) {
        page.waitForFunction(
                "([letter, count]) => {"
                        + WORDS
                        + "return written().split(letter).length - 1 === count; }",
                List.of(letter, count),
                new Page.WaitForFunctionOptions().setTimeout(20_000));
    }
}
