package app.candor.shell.web;

import app.candor.shell.ui.Appearance;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content security policy of every Vaadin page. A fresh nonce marks the scripts that the server
 * wrote; {@code strict-dynamic} lets these load the rest; inline handlers and {@code javascript:}
 * stay blocked. Vaadin sets a base element, hence {@code base-uri 'self'}, and compiles its
 * server's small scripts in the page, hence {@code unsafe-eval}.
 */
@Component
class PageSecurity implements VaadinServiceInitListener {
    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getDocument()
                .select("html")
                .attr("style", "color-scheme: " + Appearance.of(page.getVaadinRequest()).css());
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
