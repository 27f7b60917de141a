package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Role;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.duties.Duty.State;
import app.candor.incident.Incident;
import app.candor.incident.record.Tasks;
import app.candor.incident.review.Reviews;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;

/** One thing owed: what, by whom, until when, and the ways to settle it. */
class DutyRow {
    private final RoomDesk desk;
    private final Duties duties;
    private final Incident incident;

    DutyRow(RoomDesk desk, Duties duties, Incident incident) {
        this.desk = desk;
        this.duties = duties;
        this.incident = incident;
    }

    Component of(Duty duty) {
        var title = new Anchor(duty.link(), duty.title());
        title.addClassName("row-title");
        var trail = new ArrayList<Component>();
        var due = duty.due();
        if (duty.isOpen() && due != null) {
            var late = due.isBefore(desk.now());
            trail.add(
                    late
                            ? new Badge(Tone.BAD, Glyph.WARNING, Times.left(due, desk.now()))
                            : new Badge(Tone.OUTLINE, "by " + Times.near(due, desk.now())));
        }
        if (duty.isOpen()) {
            trail.addAll(actions(duty));
        }
        return new ListRow(icon(duty), title, line(duty), trail.toArray(Component[]::new));
    }

    private static Icon icon(Duty duty) {
        return switch (duty.state()) {
            case State.Open open -> new Icon(Glyph.CIRCLE, "Open");
            case State.Done done -> new Icon(Glyph.CHECK, "Done");
            case State.AsideProposed asked ->
                    new Icon(Glyph.HOURGLASS, "Waits for a second person");
            case State.SetAside aside -> new Icon(Glyph.DASH, "Set aside");
        };
    }

    private String line(Duty duty) {
        return switch (duty.state()) {
            case State.Open open -> holder(duty);
            case State.Done done ->
                    "Done by " + desk.nameOf(done.by()) + ", " + Times.near(done.at(), desk.now());
            case State.AsideProposed asked ->
                    holder(duty)
                            + " · "
                            + desk.nameOf(asked.by())
                            + " proposes to set it aside: "
                            + asked.reason();
            case State.SetAside aside ->
                    "Set aside by "
                            + desk.nameOf(aside.proposedBy())
                            + " and "
                            + desk.nameOf(aside.agreedBy())
                            + ": "
                            + aside.reason();
        };
    }

    private String holder(Duty duty) {
        var owner = duty.owner();
        if (owner != null) {
            return desk.nameOf(owner);
        }
        var role = duty.role();
        return role == null ? "Nobody" : "Anybody of: " + role.label();
    }

    private List<Component> actions(Duty duty) {
        var actions = new ArrayList<Component>();
        var mine = concerns(duty);
        if (mine) {
            actions.add(named(Buttons.tertiary("Pass on", () -> passOn(duty)), "Pass on", duty));
        }
        if (duty.state() instanceof State.AsideProposed asked) {
            if (desk.may(Act.OVERRIDE_DUTY, incident) && !asked.by().equals(desk.me().id())) {
                actions.add(
                        named(
                                Buttons.danger("Agree to set aside", () -> agree(duty)),
                                "Agree to set aside",
                                duty));
            }
        } else if (mine && duty.blocking() && !duty.kind().equals(Tasks.KIND)) {
            actions.add(named(Buttons.tertiary("Set aside", () -> aside(duty)), "Set aside", duty));
        }
        if (mine && isTickedHere(duty)) {
            actions.add(named(Buttons.secondary("Done", () -> done(duty)), "Done", duty));
        }
        return actions;
    }

    /** What is done elsewhere, by telling or filing, is ticked there. */
    private static boolean isTickedHere(Duty duty) {
        return duty.kind().equals(Tasks.KIND) || duty.kind().equals(Reviews.ACTION);
    }

    private boolean concerns(Duty duty) {
        var me = desk.me();
        var role = duty.role();
        return me.has(Role.COMMANDER)
                || me.id().equals(duty.owner())
                || (duty.owner() == null && role != null && me.has(role));
    }

    private static Component named(Button button, String act, Duty duty) {
        button.setAriaLabel(act + ": " + duty.title());
        return Buttons.small(button);
    }

    private void done(Duty duty) {
        duties.done(duty.id());
        Toast.show("Done: " + duty.title());
    }

    private void agree(Duty duty) {
        duties.agreeAside(duty.id());
        Toast.show("Set aside: " + duty.title());
    }

    private void passOn(Duty duty) {
        var to = Questions.people(desk.people().all(), "To whom");
        new Form("Pass on “" + duty.title() + "”", to)
                .answer(
                        "Pass on",
                        () -> {
                            if (to.getValue() == null) {
                                throw new app.candor.access.Refused("Choose a person.");
                            }
                            duties.reassign(duty.id(), to.getValue().id());
                            Toast.show(to.getValue().name() + " owes it now");
                        })
                .open();
    }

    private void aside(Duty duty) {
        var reason = new TextArea("Why does it not have to be done?");
        reason.setHelperText("A second person, a commander, has to agree.");
        reason.setWidthFull();
        new Form("Set aside “" + duty.title() + "”", reason)
                .answer(
                        "Propose to set aside",
                        () -> {
                            duties.proposeAside(duty.id(), reason.getValue());
                            Toast.show("It waits for a second person");
                        })
                .open();
    }
}
