package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.playbook.Playbooks;
import app.candor.incident.playbook.Run;
import app.candor.incident.playbook.RunStep;
import app.candor.incident.playbook.RunStep.Mark;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What has to be done, by whom and by when; what is done, by itself or by hand. */
@Route("incidents/:key/playbook")
@PermitAll
class PlaybookView extends RecordPage {
    private final Playbooks playbooks;

    PlaybookView(RoomDesk desk, Playbooks playbooks) {
        super(
                desk,
                "Playbook",
                "Steps with a bolt tick by themselves when the thing happens. Times run from the"
                        + " moment that a step names.",
                "playbook");
        this.playbooks = playbooks;
    }

    @Override
    Component[] parts(Incident incident) {
        var run = playbooks.of(incident.id());
        if (run.steps().isEmpty()) {
            return new Component[] {
                Panel.untitled(
                        "Playbook",
                        new EmptyState(
                                Glyph.CHECKLIST,
                                "No playbook runs here",
                                "It was over before one began."))
            };
        }
        var groups = new LinkedHashMap<String, List<RunStep>>();
        run.steps()
                .forEach(step ->
                        groups.computeIfAbsent(step.playbook(), none -> new ArrayList<>())
                                .add(step));
        return groups.values().stream()
                .map(steps -> panel(incident, run, steps))
                .toArray(Component[]::new);
    }

    private Panel panel(Incident incident, Run run, List<RunStep> steps) {
        var settled = steps.stream().filter(step -> !step.isOpen()).count();
        var source = new Paragraph(steps.getFirst().source() + ". Version " + run.policyVersion());
        source.addClassNames("s", "t3", "panel-line");
        var panel =
                new Panel(steps.getFirst().playbookTitle(), source)
                        .note(settled + " of " + steps.size());
        steps.forEach(step -> panel.add(row(incident, step)));
        return panel;
    }

    private Component row(Incident incident, RunStep step) {
        var title = new Span(step.title());
        title.addClassName("row-title");
        if (step.mark() instanceof Mark.Skipped) {
            title.addClassName("struck");
        }
        var owner = new Span(step.owner());
        owner.addClassNames("s", "t2");
        var words = new Div(title, owner);
        words.addClassNames("row", "wrap");
        return new ListRow(
                icon(incident, step), words, line(incident, step), trail(incident, step));
    }

    private Icon icon(Incident incident, RunStep step) {
        return switch (step.mark()) {
            case Mark.Done done ->
                    done.byItself()
                            ? new Icon(Glyph.BOLT, "Done by itself")
                            : new Icon(Glyph.CHECK, "Done");
            case Mark.Skipped skipped -> new Icon(Glyph.DASH, "Skipped");
            case Mark.Open open ->
                    step.isOverdue(incident, desk().now())
                            ? new Icon(Glyph.WARNING, "Overdue")
                            : new Icon(Glyph.CIRCLE, "Open");
        };
    }

    private String line(Incident incident, RunStep step) {
        return switch (step.mark()) {
            case Mark.Done done ->
                    desk().nameOf(done.by())
                            + ", "
                            + Times.near(done.at(), desk().now())
                            + (done.byItself() ? ", by itself" : "");
            case Mark.Skipped skipped ->
                    "Skipped by "
                            + desk().nameOf(skipped.by())
                            + ", "
                            + Times.near(skipped.at(), desk().now())
                            + ": "
                            + skipped.reason();
            case Mark.Open open -> step.detail();
        };
    }

    private Component[] trail(Incident incident, RunStep step) {
        var trail = new ArrayList<Component>();
        if (step.isOpen()) {
            step.dueAt(incident).ifPresent(due -> trail.add(due(incident, step, due)));
        }
        if (desk().may(Act.TICK_STEP, incident) && !incident.stage().isOver()) {
            trail.addAll(actions(incident, step));
        }
        return trail.toArray(Component[]::new);
    }

    private Component due(Incident incident, RunStep step, java.time.Instant due) {
        return step.isOverdue(incident, desk().now())
                ? new Badge(Tone.BAD, Glyph.WARNING, Times.left(due, desk().now()))
                : new Badge(Tone.OUTLINE, "by " + Times.near(due, desk().now()));
    }

    private List<Component> actions(Incident incident, RunStep step) {
        if (!step.isOpen()) {
            return List.of(
                    named(
                            Buttons.tertiary(
                                    "Open again",
                                    () -> playbooks.reopen(incident.id(), step.key())),
                            "Open again: " + step.title()));
        }
        return List.of(
                named(
                        Buttons.tertiary("Skip", () -> skip(incident, step)),
                        "Skip: " + step.title()),
                named(
                        Buttons.secondary("Tick off", () -> done(incident, step)),
                        "Tick off: " + step.title()));
    }

    private static Component named(com.vaadin.flow.component.button.Button button, String label) {
        button.setAriaLabel(label);
        return Buttons.small(button);
    }

    private void done(Incident incident, RunStep step) {
        playbooks.done(incident.id(), step.key());
        Toast.show("Ticked off: " + step.title());
    }

    private void skip(Incident incident, RunStep step) {
        var reason = new TextArea("Why is it not needed here?");
        reason.setWidthFull();
        reason.setMaxLength(500);
        new Form("Skip “" + step.title() + "”", reason)
                .answer(
                        "Skip step",
                        () -> playbooks.skip(incident.id(), step.key(), reason.getValue()))
                .open();
    }
}
