package app.candor.uikit;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/**
 * A clock in one line: “8 min”, “9 min late”, “Met 09:21”. A running chip carries {@code data-due}
 * and {@code data-warn} (ISO instants), from which the page counts down by itself; without script
 * it shows what it said when drawn.
 */
public class ClockChip extends Span {

    /** A chip that says {@code text} and does not move. */
    public ClockChip(ClockState state, String text) {
        addClassNames("clock", state.cssClass());
        var words = new Span(text);
        words.addClassName("clock-text");
        add(new Icon(state.glyph()).small(), words);
    }

    private ClockChip(ClockState state, Instant due, Instant warn, Instant now) {
        this(state, Times.left(due, now));
        getElement().setAttribute("data-due", due.toString());
        getElement().setAttribute("data-warn", warn.toString());
        setTitle("Due " + Times.dateTime(due));
    }

    /**
     * A chip that counts down to {@code due}.
     *
     * @param warn from when it is amber; not after {@code due}
     * @param now when it is drawn
     */
    public static ClockChip due(Instant due, Instant warn, Instant now) {
        return new ClockChip(state(due, warn, now), due, warn, now);
    }

    /** Running, warned or breached at {@code now}. */
    public static ClockState state(Instant due, Instant warn, Instant now) {
        if (now.isAfter(due)) {
            return ClockState.BREACHED;
        }
        return now.isBefore(warn) ? ClockState.RUNNING : ClockState.WARNED;
    }

    public static ClockChip met(Instant at) {
        return new ClockChip(ClockState.MET, "Met " + Times.bare(at));
    }

    /** Does not apply; the reason is in the tooltip and read out. */
    public static ClockChip notApplicable(String reason) {
        var chip = new ClockChip(ClockState.NOT_APPLICABLE, "Not applicable");
        chip.setTitle(reason);
        return chip;
    }
}
