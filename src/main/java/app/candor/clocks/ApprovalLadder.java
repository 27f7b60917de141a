package app.candor.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens while a signer stays silent: a reminder, then the deputy, then those above.
 *
 * @param minutes after asking, for {@link Step#REMINDER}, {@link Step#DEPUTY} and {@link
 *     Step#ESCALATION} in this order; steps without a number do not happen
 */
public record ApprovalLadder(List<Integer> minutes) {
    public ApprovalLadder {
        minutes = List.copyOf(minutes);
    }

    /** In the order in which they come. */
    public enum Step {
        REMINDER,
        DEPUTY,
        ESCALATION
    }

    /** Steps whose time has come for something asked at that time. */
    public List<Step> reached(Instant asked, Instant now) {
        var reached = new ArrayList<Step>();
        for (var step : Step.values()) {
            if (step.ordinal() < minutes.size()
                    && !now.isBefore(asked.plus(Duration.ofMinutes(minutes.get(step.ordinal()))))) {
                reached.add(step);
            }
        }
        return List.copyOf(reached);
    }
}
