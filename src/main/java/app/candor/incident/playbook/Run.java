package app.candor.incident.playbook;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.incident.playbook.RunStep.Mark;
import app.candor.policy.PlaybookPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The playbooks of one incident.
 *
 * @param policyVersion of the playbooks when they were last fitted to the incident's type
 * @param steps in order, playbook by playbook
 */
public record Run(String incidentId, int policyVersion, List<RunStep> steps) {
    private static final int LONGEST_REASON = 500;

    public Run {
        steps = List.copyOf(steps);
    }

    static Run empty(String incidentId) {
        return new Run(incidentId, 0, List.of());
    }

    /** Done or skipped. */
    public long settled() {
        return steps.stream().filter(step -> !step.isOpen()).count();
    }

    /**
     * Puts in the steps of the playbooks that fit and takes out open ones of those that do not;
     * what somebody has done or skipped stays.
     */
    Run fitted(int version, List<PlaybookPolicy.Playbook> fitting) {
        var next = new ArrayList<RunStep>();
        for (var playbook : fitting) {
            for (var step : playbook.steps()) {
                var fresh = RunStep.of(playbook, step);
                next.add(find(fresh.key()).orElse(fresh));
            }
        }
        steps.stream()
                .filter(step -> !step.isOpen())
                .filter(step -> next.stream().noneMatch(kept -> kept.key().equals(step.key())))
                .forEach(next::add);
        return new Run(incidentId, version, next);
    }

    /** Ticks every open step whose trigger has come, unless somebody opened it again by hand. */
    Change<Run> tickedBy(Set<PlaybookPolicy.Trigger> come, String by, Instant at) {
        var events = new ArrayList<StepMarked>();
        var next =
                steps.stream()
                        .map(step -> {
                            var trigger = step.tickedBy();
                            var waits = step.mark().equals(new Mark.Open(false));
                            if (trigger == null || !waits || !come.contains(trigger)) {
                                return step;
                            }
                            events.add(StepMarked.of(incidentId, step, "done by itself", ""));
                            return step.with(new Mark.Done(by, at, true));
                        })
                        .toList();
        return new Change<>(new Run(incidentId, policyVersion, next), List.copyOf(events));
    }

    Change<Run> done(String key, String by, Instant at) {
        var step = open(key, "ticked off");
        return Change.of(
                with(step.with(new Mark.Done(by, at, false))),
                StepMarked.of(incidentId, step, "done", ""));
    }

    Change<Run> skipped(String key, String reason, String by, Instant at) {
        var step = open(key, "skipped");
        var words = reason.strip();
        if (words.isEmpty()) {
            throw new Refused("Say why this step is skipped. Whoever reads the playbook sees it.");
        }
        if (words.length() > LONGEST_REASON) {
            throw new Refused("A reason of at most " + LONGEST_REASON + " characters, please.");
        }
        return Change.of(
                with(step.with(new Mark.Skipped(by, at, words))),
                StepMarked.of(incidentId, step, "skipped", words));
    }

    Change<Run> reopened(String key) {
        var step = find(key).orElseThrow(NotFound::new);
        if (step.isOpen()) {
            throw new Refused("This step is open already.");
        }
        return Change.of(
                with(step.with(new Mark.Open(true))),
                StepMarked.of(incidentId, step, "opened again", ""));
    }

    private RunStep open(String key, String done) {
        var step = find(key).orElseThrow(NotFound::new);
        if (!step.isOpen()) {
            throw new Refused(
                    "Somebody was faster: this step is settled and cannot be " + done + " again.");
        }
        return step;
    }

    private java.util.Optional<RunStep> find(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    private Run with(RunStep changed) {
        Function<RunStep, RunStep> swap = step -> step.key().equals(changed.key()) ? changed : step;
        return new Run(incidentId, policyVersion, steps.stream().map(swap).toList());
    }
}
