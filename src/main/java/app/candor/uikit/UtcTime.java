package app.candor.uikit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/**
 * A point in time as {@code <time datetime>}. The tooltip says the whole date; a script adds the
 * reader's local time to it.
 */
@Tag("time")
public class UtcTime extends Span {

    private UtcTime(Instant at, String text) {
        setText(text);
        addClassName("num");
        getElement().setAttribute("datetime", at.toString());
        getElement().setAttribute("title", Times.dateTime(at));
    }

    /** {@code 10:56 UTC}. */
    public static UtcTime time(Instant at) {
        return new UtcTime(at, Times.time(at));
    }

    /** {@code 10:56}, in a list that names the zone once. */
    public static UtcTime bare(Instant at) {
        return new UtcTime(at, Times.bare(at));
    }

    /** As {@link Times#near}. */
    public static UtcTime near(Instant at, Instant now) {
        return new UtcTime(at, Times.near(at, now));
    }

    /** {@code 18 November 2026, 10:56 UTC}. */
    public static UtcTime full(Instant at) {
        return new UtcTime(at, Times.dateTime(at));
    }
}
