package app.candor.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Light or dark, kept in a cookie of this browser: the first byte of a page must know it, or it
 * would flash.
 */
public enum Appearance {
    SYSTEM("As the system", ColorScheme.Value.LIGHT_DARK),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private static final String COOKIE = "candor_appearance";

    private final String label;
    private final ColorScheme.Value scheme;

    Appearance(String label, ColorScheme.Value scheme) {
        this.label = label;
        this.scheme = scheme;
    }

    String label() {
        return label;
    }

    /** The value of CSS {@code color-scheme}. */
    public String css() {
        return scheme.getValue();
    }

    /** What this browser chose; {@link #SYSTEM} when it chose nothing we know. */
    public static Appearance of(@Nullable VaadinRequest request) {
        if (request == null || request.getCookies() == null) {
            return SYSTEM;
        }
        for (Cookie cookie : request.getCookies()) {
            for (var appearance : values()) {
                if (cookie.getName().equals(COOKIE)
                        && appearance.cookieValue().equals(cookie.getValue())) {
                    return appearance;
                }
            }
        }
        return SYSTEM;
    }

    static Appearance chosen() {
        return of(VaadinRequest.getCurrent());
    }

    /** Applies it to the page of the component and keeps it for a year. */
    void choose(Component on) {
        on.getUI()
                .ifPresent(ui -> {
                    ui.getPage().setColorScheme(scheme);
                    ui.getPage()
                            .executeJs(
                                    "document.cookie = $0 + '; path=/; max-age=31536000; SameSite=Lax'",
                                    COOKIE + "=" + cookieValue());
                });
    }

    private String cookieValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
