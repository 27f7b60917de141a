package app.candor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xhtmlrenderer.resource.ImageResource;
import org.xhtmlrenderer.resource.XMLResource;
import org.xhtmlrenderer.simple.extend.XhtmlCssOnlyNamespaceHandler;

/**
 * What the renderer may load: {@code report:/NAME} from our own {@code /report/} folder on the
 * class path, and its own default style sheet; a picture is one whose bytes stand in the page.
 * Everything else is nothing: no address is ever opened, so neither network nor files can be
 * reached from a text.
 */
final class OwnResources extends ITextUserAgent {
    static final String BASE = "report:/";
    private static final Logger log = LoggerFactory.getLogger(OwnResources.class);
    private static final Pattern OWN =
            Pattern.compile("report:/((?:fonts/)?[\\w-]+\\.(?:css|ttf))");
    private static final Pattern INSIDE =
            Pattern.compile("data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]++={0,2}");
    private static final String RENDERER_CSS = "/resources/css/XhtmlNamespaceHandler.css";
    private static final @Nullable URL RENDERER_CSS_URL =
            XhtmlCssOnlyNamespaceHandler.class.getResource(RENDERER_CSS);

    OwnResources(ITextOutputDevice device, int dotsPerPixel) {
        super(device, dotsPerPixel);
    }

    @Override
    public String resolveURI(@Nullable String uri) {
        return Objects.requireNonNullElse(uri, "");
    }

    @Override
    protected @Nullable InputStream resolveAndOpenStream(@Nullable String uri) {
        if (uri == null) {
            return null;
        }
        if (RENDERER_CSS_URL != null && uri.equals(RENDERER_CSS_URL.toString())) {
            return XhtmlCssOnlyNamespaceHandler.class.getResourceAsStream(RENDERER_CSS);
        }
        var own = OWN.matcher(uri);
        if (own.matches()) {
            return OwnResources.class.getResourceAsStream("/report/" + own.group(1));
        }
        log.warn("A page asked for something outside the application; it got nothing");
        return null;
    }

    @Override
    protected InputStream openStream(String uri) throws IOException {
        throw new IOException("Nothing is opened by address");
    }

    @Override
    protected URLConnection openConnection(String uri) throws IOException {
        throw new IOException("Nothing is opened by address");
    }

    @Override
    public byte @Nullable [] getBinaryResource(@Nullable String uri) {
        try (var stream = resolveAndOpenStream(uri)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ImageResource getImageResource(String uri) {
        return INSIDE.matcher(uri).matches()
                ? super.getImageResource(uri)
                : new ImageResource(uri, null);
    }

    @Override
    public XMLResource getXMLResource(@Nullable String uri) {
        throw new UnsupportedOperationException("Pages are handed over as text");
    }
}
