package app.candor.policy.ui;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.PolicyVersion;
import app.candor.policy.RosterPolicy;
import app.candor.policy.RosterPolicy.Shift;
import app.candor.policy.Team;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty now and when the next one comes on; two administrators change it. What one of them
 * edits stays on this page until it is proposed.
 */
@Route("roster")
@PageTitle("On duty · Candor")
@Menu(title = "On duty", order = 60, icon = "calendar")
@PermitAll
class RosterView extends Page {
    /** Roles of which somebody is asked or told by the clock. */
    private static final List<Role> ROLES =
            List.of(
                    Role.COMMANDER,
                    Role.ENGINEERING,
                    Role.COMMS_LEAD,
                    Role.LEGAL,
                    Role.CS_LEAD,
                    Role.LEADERSHIP,
                    Role.SUPPORT);

    private final Policies policies;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final Button add;
    private final Div content = new Div();
    private RosterPolicy edited;

    RosterView(Policies policies, Access access, People people, Clock clock) {
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.clock = clock;
        edited = policies.roster();
        add = Buttons.with(Glyph.PLUS, Buttons.primary("Add a shift", () -> ask(Role.COMMANDER)));
        content.addClassName("stack-l");
        add(
                new PageHeader(
                        "On duty",
                        "Who is asked first. Everybody else who holds the role may act all the same.",
                        add),
                content);
        draw();
    }

    private void draw() {
        var inForce = policies.roster();
        var newest = policies.versions(PolicyKind.ROSTER).getFirst();
        var mayEdit = access.may(Act.CHANGE_POLICY, Guarded.open()) && !newest.isWaiting();
        var changed = mayEdit && !edited.equals(inForce);
        add.setVisible(mayEdit && !changed);
        content.removeAll();
        if (newest.isWaiting()) {
            content.add(proposed(inForce, newest));
        }
        if (changed) {
            content.add(mine(inForce));
        }
        var shown = mayEdit ? edited : inForce;
        var rows = new RosterRows(people, clock.instant());
        var now = new Panel("Now", rows.now(inForce, ROLES));
        now.note(Times.time(clock.instant()));
        content.add(now);
        if (mayEdit || !shown.teams().isEmpty()) {
            content.add(teams(shown, rows, mayEdit));
        }
        for (var role : ROLES) {
            if (!shown.shifts(role).isEmpty()) {
                content.add(
                        new Panel(
                                role.label(),
                                rows.shifts(
                                        shown,
                                        role,
                                        mayEdit ? this::edit : null,
                                        mayEdit ? this::remove : null)));
            }
        }
    }

    private Panel teams(RosterPolicy shown, RosterRows rows, boolean mayEdit) {
        var panel =
                new Panel(
                        "Teams",
                        rows.teams(
                                shown, mayEdit ? this::ask : null, mayEdit ? this::remove : null));
        panel.note("An incident concerns those whose components or integrations its facts name");
        if (shown.teams().isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.AT,
                            "No teams",
                            "Shifts can be for a team; then its own people are asked first."));
        }
        if (mayEdit) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Add a team", () -> ask((Team) null)))));
        }
        return panel;
    }

    private Panel mine(RosterPolicy inForce) {
        var actions =
                new Div(
                        Buttons.primary("Propose this roster", this::propose),
                        Buttons.secondary("Add another shift", () -> ask(Role.COMMANDER)),
                        Buttons.tertiary("Discard my changes", this::discard));
        actions.addClassNames("form-actions", "panel-foot");
        var rows = new RosterRows(people, clock.instant()).changes(inForce, edited);
        var panel = new Panel("Your changes, not proposed yet", rows);
        panel.note("A second administrator confirms them");
        panel.add(actions);
        return panel;
    }

    private Panel proposed(RosterPolicy inForce, PolicyVersion newest) {
        var rows = new RosterRows(people, clock.instant());
        var panel =
                new Panel(
                        "Version " + newest.number() + ", proposed",
                        rows.changes(inForce, policies.roster(newest.number())));
        panel.note(
                "by "
                        + rows.name(newest.proposedBy())
                        + ", "
                        + Times.near(newest.at(), clock.instant()));
        if (!access.may(Act.CHANGE_POLICY, Guarded.open())) {
            return panel;
        }
        var actions = new Div();
        actions.addClassNames("form-actions", "panel-foot");
        if (newest.proposedBy().equals(people.current().id())) {
            var wait = new Paragraph("A second administrator has to confirm it.");
            wait.addClassName("t2");
            actions.add(Buttons.secondary("Take it back", () -> decline(newest)), wait);
        } else {
            actions.add(
                    Buttons.primary("Confirm version " + newest.number(), () -> confirm(newest)),
                    Buttons.secondary("Decline version " + newest.number(), () -> decline(newest)));
        }
        panel.add(actions);
        return panel;
    }

    private void ask(@Nullable Team known) {
        new TeamDialog(
                        edited,
                        policies.voice().book().company().components(),
                        known,
                        team -> {
                            edited = edited.with(team);
                            draw();
                        })
                .open();
    }

    private void remove(Team team) {
        if (ROLES.stream().anyMatch(role -> edited.teamsOf(role).contains(team))) {
            throw new Refused(
                    team.name() + " has shifts. Remove them or give them to another team first.");
        }
        edited = edited.without(team);
        draw();
    }

    private void ask(Role role) {
        new ShiftDialog(
                        people,
                        ROLES,
                        edited.teams(),
                        role,
                        null,
                        (chosen, shift) -> {
                            edited = edited.with(chosen, shift);
                            draw();
                        })
                .open();
    }

    private void edit(Role role, Shift shift) {
        new ShiftDialog(
                        people,
                        ROLES,
                        edited.teams(),
                        role,
                        shift,
                        (same, changed) -> {
                            edited = edited.without(role, shift).with(role, changed);
                            draw();
                        })
                .open();
    }

    private void remove(Role role, Shift shift) {
        edited = edited.without(role, shift);
        draw();
    }

    private void discard() {
        edited = policies.roster();
        draw();
    }

    private void propose() {
        var version = policies.propose(edited);
        discard();
        Toast.show("Version " + version.number() + " waits for a second administrator");
    }

    private void confirm(PolicyVersion version) {
        policies.confirm(PolicyKind.ROSTER, version.number());
        discard();
        Toast.show("Version " + version.number() + " is in force");
    }

    private void decline(PolicyVersion version) {
        policies.decline(PolicyKind.ROSTER, version.number());
        discard();
        Toast.show("Version " + version.number() + " was declined");
    }
}
