package app.candor.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** A word at the bottom left about what just happened: 6 s, errors until closed. */
public final class Toast {
    private static final int SHOWN_MS = 6_000;

    private Toast() {}

    /** It worked: “Update 5 released at 10:55 UTC”. */
    public static void show(String text) {
        open(notification(Glyph.CHECK, text), SHOWN_MS);
    }

    /** As {@link #show(String)} with a link, such as “Open”. */
    public static void show(String text, String linkText, String path) {
        var toast = notification(Glyph.CHECK, text);
        toast.add(new Anchor(path, linkText));
        open(toast, SHOWN_MS);
    }

    /** It did not: what happened, what was kept, what to do. Stays until closed. */
    public static void error(String text) {
        var toast = notification(Glyph.WARNING, text);
        var notification = open(toast, 0);
        notification.addClassName("toast-error");
        notification.setAssertive(true);
        var close = Buttons.icon(Glyph.CLOSE, "Close this message", notification::close);
        toast.add(close);
    }

    private static Div notification(Glyph glyph, String text) {
        var words = new Span(text);
        words.addClassName("grow");
        var toast = new Div(new Icon(glyph), words);
        toast.addClassName("toast");
        return toast;
    }

    private static Notification open(Div content, int duration) {
        var notification = new Notification(content);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(duration);
        notification.open();
        return notification;
    }
}
