package app.candor.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openpdf.text.pdf.PdfReader;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Sets XHTML as pages: strict XML without DOCTYPE or entities, own resources only. */
@Component
class Typesetter {
    private final Glyphs glyphs = Glyphs.ofOwnFonts();

    /**
     * @throws IllegalArgumentException if it is not well-formed, or carries a DOCTYPE
     */
    byte[] typeset(String xhtml) {
        var document = parse(xhtml);
        glyphs.showMissing(document);
        Bookmarks.addTo(document);
        var device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        var agent = new OwnResources(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL);
        var renderer =
                new ITextRenderer(
                        ITextRenderer.DEFAULT_DOTS_PER_POINT,
                        ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                        device,
                        agent);
        renderer.setPDFCreator("Candor");
        var watermark = document.getDocumentElement().getAttribute("data-watermark");
        if (!watermark.isEmpty()) {
            renderer.setPdfPageEvent(new Watermark(watermark));
        }
        renderer.setDocument(document, OwnResources.BASE);
        renderer.layout();
        try (var pdf = new ByteArrayOutputStream()) {
            renderer.createPDF(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int pages(byte[] pdf) {
        try (var reader = new PdfReader(pdf)) {
            return reader.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(legal(xhtml))));
        } catch (SAXException e) {
            throw new IllegalArgumentException("This page is not well-formed XML", e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** XML has no way to write most control characters: they become visible as U+FFFD. */
    static String legal(String xhtml) {
        return xhtml.replaceAll(
                "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
