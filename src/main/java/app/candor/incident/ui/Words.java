package app.candor.incident.ui;

import app.candor.access.Visibility;
import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.incident.Fact;
import app.candor.incident.Incident;
import app.candor.uikit.Times;
import java.time.Instant;

/** How the pages of an incident put things. */
final class Words {
    private Words() {}

    static String visibility(Incident incident) {
        return visibility(incident.visibility());
    }

    static String visibility(Visibility visibility) {
        return switch (visibility) {
            case OPEN -> "Open to all staff";
            case DETAILS_RESTRICTED -> "Details restricted";
            case RESTRICTED -> "Restricted";
        };
    }

    /** Who confirmed a fact, when and from what; empty where nobody did. */
    static String provenance(Fact fact, RoomDesk desk) {
        var at = fact.at();
        if (at == null) {
            return "";
        }
        var source = fact.source().isEmpty() ? "" : " · " + fact.source();
        return desk.nameOf(fact.confirmedBy()) + ", " + Times.near(at, desk.now()) + source;
    }

    /** The point in time that a clock is about; empty where it has none. */
    static String at(IncidentClock clock, Instant now) {
        return switch (clock.state()) {
            case State.Running running -> Times.near(running.due(), now);
            case State.Warned warned -> Times.near(warned.due(), now);
            case State.Breached breached -> Times.near(breached.due(), now);
            case State.Met met -> "due " + Times.near(met.due(), now);
            case State.NotApplicable none -> "";
        };
    }
}
