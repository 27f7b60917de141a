package app.candor.comms;

import app.candor.access.Refused;
import app.candor.incident.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What makes a draft a pre-approved wording: it is signed in advance and then used by incidents.
 *
 * @param stage of the incident that it speaks in
 * @param until no incident may use it from then on; UTC
 */
public record Standing(Stage stage, Instant until) {
    /** Stages that customers hear of. */
    public static final Set<Stage> STAGES =
            EnumSet.of(Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MONITORING, Stage.RESOLVED);

    /** Nobody signs for longer than that; about a year. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @throws Refused for a stage that customers do not hear of, or a time that is past or further
     *     away than a year
     */
    static Standing of(Stage stage, Instant until, Instant now) {
        if (!STAGES.contains(stage)) {
            throw new Refused("Customers hear nothing in the stage “" + stage.label() + "”.");
        }
        if (!until.isAfter(now)) {
            throw new Refused("The last day of use has to lie ahead.");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            throw new Refused("Nobody signs for longer than a year. Choose an earlier day.");
        }
        return new Standing(stage, until);
    }
}
