package app.candor.incident.regulatory;

import app.candor.incident.IncidentEvent;
import java.util.Map;

/**
 * Legal activated a regulator's clock, dated what it counts from, or recorded a submission.
 *
 * @param what {@code activated}, {@code dated} or {@code submitted}
 * @param detail key of the trigger or stage; empty for none
 */
public record FilingChanged(String incidentId, String rule, String what, String detail)
        implements IncidentEvent {
    @Override
    public String action() {
        return "regulator's clock " + what;
    }

    @Override
    public Map<String, String> facts() {
        return detail.isEmpty() ? Map.of("rule", rule) : Map.of("rule", rule, "of", detail);
    }
}
