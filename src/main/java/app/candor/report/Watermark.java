package app.candor.report;

import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** A line of large pale words across every page. */
final class Watermark extends PdfPageEventHelper {
    private static final float SIZE = 54;
    private static final float DEGREES = 52;

    private final String words;
    private final BaseFont font;

    Watermark(String words) {
        this.words = words;
        this.font = Glyphs.font("DejaVuSansCondensed-Bold.ttf");
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var page = writer.getPageSize();
        var canvas = writer.getDirectContent();
        var pale = new PdfGState();
        pale.setFillOpacity(0.16f);
        canvas.saveState();
        canvas.setGState(pale);
        canvas.setColorFill(Color.BLACK);
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.showTextAligned(
                Element.ALIGN_CENTER, words, page.getWidth() / 2, page.getHeight() / 2, DEGREES);
        canvas.endText();
        canvas.restoreState();
    }
}
