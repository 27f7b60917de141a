package app.candor.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openpdf.text.pdf.BaseFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Makes visible what the fonts cannot show, and what hides: a character without a glyph, and
 * invisible formatting characters, become {@code [U+1F600]} and are listed at the end. A reader
 * never sees less than was signed.
 */
final class Glyphs {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int SOFT_HYPHEN = 0xAD;

    private final List<BaseFont> fonts;

    private Glyphs(List<BaseFont> fonts) {
        this.fonts = fonts;
    }

    static Glyphs ofOwnFonts() {
        return new Glyphs(
                List.of(
                        font("DejaVuSansCondensed.ttf"),
                        font("DejaVuSansCondensed-Bold.ttf"),
                        font("DejaVuSansCondensed-Oblique.ttf"),
                        font("DejaVuSansMono.ttf")));
    }

    void showMissing(Document document) {
        var missing = new TreeSet<Integer>();
        var body = (Element) document.getElementsByTagName("body").item(0);
        if (body == null) {
            return;
        }
        showMissing(body, missing);
        if (!missing.isEmpty()) {
            body.appendChild(list(document, missing));
        }
    }

    private void showMissing(Node node, SortedSet<Integer> missing) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                text.setData(visible(text.getData(), missing));
            } else {
                showMissing(child, missing);
            }
        }
    }

    private String visible(String text, SortedSet<Integer> missing) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (canShow(point)) {
                        shown.appendCodePoint(point);
                    } else {
                        missing.add(point);
                        shown.append('[').append(code(point)).append(']');
                    }
                });
        return shown.toString();
    }

    private boolean canShow(int point) {
        if (Character.isWhitespace(point) || point == SOFT_HYPHEN) {
            return true;
        }
        return Character.getType(point) != Character.FORMAT
                && fonts.stream().allMatch(font -> font.charExists(point));
    }

    private static Element list(Document document, SortedSet<Integer> missing) {
        var box = document.createElementNS(XHTML, "div");
        box.setAttribute("class", "missing");
        var said = new StringBuilder("Characters written as their code on these pages: ");
        var names =
                missing.stream()
                        .map(point ->
                                code(point)
                                        + " "
                                        + Objects.requireNonNullElse(
                                                Character.getName(point), "unassigned"))
                        .toList();
        box.setTextContent(said.append(String.join("; ", names)).append('.').toString());
        return box;
    }

    private static String code(int point) {
        return "U+%04X".formatted(point);
    }

    static BaseFont font(String file) {
        try (var stream = Glyphs.class.getResourceAsStream("/report/fonts/" + file)) {
            var bytes = Objects.requireNonNull(stream, file).readAllBytes();
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
