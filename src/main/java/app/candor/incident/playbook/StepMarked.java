package app.candor.incident.playbook;

import app.candor.incident.StoryEvent;
import java.util.Map;

/**
 * A step was done, skipped or opened again.
 *
 * @param what {@code done}, {@code done by itself}, {@code skipped}, {@code opened again}
 * @param reason why it was skipped; empty otherwise
 */
record StepMarked(String incidentId, String step, String title, String what, String reason)
        implements StoryEvent {

    static StepMarked of(String incidentId, RunStep step, String what, String reason) {
        return new StepMarked(incidentId, step.key(), step.title(), what, reason);
    }

    @Override
    public String action() {
        return "playbook step " + what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("step", step);
    }

    @Override
    public String sentence() {
        return "Playbook, " + what + ": " + title + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
