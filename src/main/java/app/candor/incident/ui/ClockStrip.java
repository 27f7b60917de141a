package app.candor.incident.ui;

import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.uikit.UtcNow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Clocks that run or were met, the most urgent first; the tooltip says how each comes about. */
class ClockStrip extends Div {
    ClockStrip(List<IncidentClock> clocks, Instant now) {
        addClassName("clock-strip");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Clocks");
        // It scrolls where the clocks do not fit, and so has to be reached by keyboard.
        getElement().setAttribute("tabindex", "0");
        clocks.stream()
                .filter(clock -> !(clock.state() instanceof State.NotApplicable))
                .sorted(Comparator.comparing(ClockStrip::urgency))
                .forEach(clock -> {
                    var words = new Span(clock.title() + " " + Words.at(clock, now));
                    words.addClassNames("s", "t2");
                    var one = new Div(Chips.of(clock, now), words);
                    one.addClassName("strip-clock");
                    one.setTitle(clock.formula() + ". " + clock.source());
                    add(one);
                });
        var space = new Span();
        space.addClassName("grow");
        add(space, UtcNow.brief(now));
    }

    /** Owed ones by their due time, then those that are met. */
    private static String urgency(IncidentClock clock) {
        return switch (clock.state()) {
            case State.Breached(var due) -> "0" + due;
            case State.Warned(var due, var warn) -> "1" + due;
            case State.Running(var due, var warn) -> "2" + due;
            case State.Met(var due, var at) -> "3" + due;
            case State.NotApplicable none -> "4";
        };
    }
}
