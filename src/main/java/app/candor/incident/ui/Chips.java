package app.candor.incident.ui;

import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.uikit.ClockChip;
import app.candor.uikit.ClockState;
import app.candor.uikit.Times;
import java.time.Duration;
import java.time.Instant;

/** Clocks as chips. */
final class Chips {
    private Chips() {}

    static ClockChip of(IncidentClock clock, Instant now) {
        return switch (clock.state()) {
            case State.Running(var due, var warn) -> ClockChip.due(due, warn, now);
            case State.Warned(var due, var warn) -> ClockChip.due(due, warn, now);
            case State.Breached(var due) -> ClockChip.due(due, due, now);
            case State.Met met -> met(met);
            case State.NotApplicable(var reason) -> ClockChip.notApplicable(reason);
        };
    }

    private static ClockChip met(State.Met met) {
        if (!met.late()) {
            return ClockChip.met(met.at());
        }
        var late = Times.span(Duration.between(met.due(), met.at()));
        return new ClockChip(ClockState.MET, "Met " + Times.bare(met.at()) + ", " + late + " late");
    }
}
