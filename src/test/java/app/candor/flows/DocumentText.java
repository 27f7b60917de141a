package app.candor.flows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.Map;

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

    private static final String CARET =
            """
            words => {
                const at = document.getSelection()?.anchorNode;
                const block = (at instanceof Element ? at : at?.parentElement)?.closest('p, h1, h2, h3');
                return block?.textContent.includes(words) ?? false;
            }
            """;

    Locator editor() {
        return page.locator("candor-editor .candor-text");
    }

    Locator saving() {
        return page.locator("candor-editor .candor-saving");
    }

    /** Banners above the text. */
    Locator notices() {
        return page.locator("candor-editor .candor-notices");
    }

    Locator avatar(String name) {
        return page.locator("candor-editor .candor-people").getByLabel(name);
    }

    Locator carets() {
        return editor().locator(".candor-caret");
    }

    /** Puts the caret into a new line below the heading. */
    void startLineBelow(String heading) {
        goInto(editor().locator("h2").getByText(heading), heading);
        page.keyboard().press("End");
        page.keyboard().press("Enter");
    }

    /** Puts the caret after the last letter of the line. */
    void goToEndOf(String line) {
        goInto(editor().locator("p").getByText(line), line);
        page.keyboard().press("End");
    }

    /**
     * Clicks until the caret is there: a page that is still being filled may move below the
     * pointer.
     */
    private void goInto(Locator line, String words) {
        for (var attempt = 0; attempt < 5; attempt++) {
            line.click();
            try {
                page.waitForFunction(
                        CARET,
                        words,
                        new Page.WaitForFunctionOptions().setTimeout(3_000).setPollingInterval(50));
                return;
            } catch (TimeoutError movedAway) {
                // once more
            }
        }
        throw new IllegalStateException("The caret does not get into: " + words);
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

    /** The text somewhere, and the number of the newest commit in it. */
    record Held(String json, long seq) {}

    /** What this page holds once it shows that commit and nothing of its own is on the way. */
    Held held(long seq) {
        page.waitForFunction(
                "seq => document.querySelector('candor-editor').shown() === seq",
                (double) seq,
                new Page.WaitForFunctionOptions().setTimeout(20_000));
        // The view is private to the element in TypeScript only.
        var json =
                page.evaluate(
                        "() => JSON.stringify(document.querySelector('candor-editor').view.state.doc)");
        return new Held((String) json, seq);
    }

    /** What the server answers a tab that has no copy yet. */
    Held stored(String schemaHash) {
        var init =
                (List<?>)
                        page.evaluate(
                                """
                                schemaHash => new Promise((done, failed) => {
                                  const id = document.querySelector('candor-editor').getAttribute('doc-id');
                                  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/collab/' + id);
                                  socket.binaryType = 'arraybuffer';
                                  socket.onclose = ({ code }) => failed('closed with ' + code);
                                  socket.onopen = () => socket.send(
                                    JSON.stringify({ type: 'hello', clientId: 'stranger', seq: -1, schemaHash }));
                                  socket.onmessage = ({ data }) => {
                                    const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
                                    const message = JSON.parse(text);
                                    if (message.type !== 'init') return;
                                    socket.onclose = null;
                                    socket.close(1000);
                                    done([JSON.stringify(message.doc), String(message.seq)]);
                                  };
                                })
                                """,
                                schemaHash);
        return new Held((String) init.get(0), Long.parseLong((String) init.get(1)));
    }

    /** A paste of HTML at the caret. */
    void paste(String markup) {
        hand("paste", Map.of("text/html", markup), "", "", 0, 0);
    }

    /**
     * A file from the clipboard at the caret; a picture of that size in pixels is drawn in the
     * page.
     */
    void pasteFile(String name, String type, int width, int height) {
        hand("paste", Map.of(), name, type, width, height);
    }

    /** A picture dropped on the text. */
    void dropPicture(String name, int width, int height) {
        hand("drop", Map.of(), name, "image/png", width, height);
    }

    private void hand(
            String how,
            Map<String, String> words,
            String file,
            String type,
            int width,
            int height) {
        editor().evaluate(
                        """
                        async (text, [how, words, file, type, width, height]) => {
                          const data = new DataTransfer();
                          for (const [kind, said] of Object.entries(words)) data.setData(kind, said);
                          if (file) {
                            let content = new Blob(['%PDF-1.7'], { type });
                            if (width) {
                              const canvas = Object.assign(document.createElement('canvas'), { width, height });
                              canvas.getContext('2d').fillRect(0, 0, 40, 40);
                              content = await new Promise((done) => canvas.toBlob(done, type));
                            }
                            data.items.add(new File([content], file, { type }));
                          }
                          const { left, top } = text.lastElementChild.getBoundingClientRect();
                          const all = { bubbles: true, cancelable: true };
                          text.dispatchEvent(how === 'drop'
                            ? new DragEvent('drop', { ...all, dataTransfer: data, clientX: left + 4, clientY: top + 4 })
                            : new ClipboardEvent('paste', { ...all, clipboardData: data }));
                        }
                        """,
                        List.of(how, words, file, type, width, height));
    }
}
