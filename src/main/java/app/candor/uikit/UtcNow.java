package app.candor.uikit;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** The current time of every page, {@code Wednesday 18 November, 10:48 UTC}; a script moves it. */
public class UtcNow extends Span {

    /** With the weekday and date before the time. */
    public UtcNow(Instant now) {
        this(Times.weekday(now) + ", ", now);
    }

    private UtcNow(String before, Instant now) {
        addClassName("utc-now");
        var time = UtcTime.time(now);
        time.getElement().setAttribute("data-utc-now", true);
        var lead = new Span(before);
        lead.addClassName("utc-now-date");
        add(lead, time);
    }

    /** “Now 10:48 UTC”, where there is little room. */
    public static UtcNow brief(Instant now) {
        return new UtcNow("Now ", now);
    }
}
