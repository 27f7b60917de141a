package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Person;
import app.candor.incident.Incident;
import app.candor.incident.IncidentRole;
import app.candor.policy.RolePolicy;
import app.candor.uikit.Buttons;
import app.candor.uikit.ListRow;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Roles of the incident; a vacant required one is a gap. */
class PeopleRows extends Div {
    private final RoomDesk desk;
    private final Incident incident;
    private final RolePolicy.RoleSet set;

    PeopleRows(RoomDesk desk, Incident incident) {
        this.desk = desk;
        this.incident = incident;
        addClassName("people-rows");
        var known = desk.named(incident.roles().values());
        set = desk.policies().roles().active();
        for (var role : IncidentRole.values()) {
            var holder = incident.roles().get(role);
            if (holder != null || set.of(role.name()).isPresent()) {
                add(row(role, holder == null ? null : known.get(holder)));
            }
        }
        joined();
    }

    private Component row(IncidentRole role, @Nullable Person person) {
        var gap = desk.vacant(incident).contains(role);
        var name = new Span(person == null ? gap ? "Vacant" : "Nobody yet" : person.name());
        name.addClassName(person == null ? gap ? "c-warn" : "t3" : "b");
        var avatar =
                person == null
                        ? PersonAvatar.vacant(role.label())
                        : new PersonAvatar(person, role.label());
        return new ListRow(avatar, name, role.label(set), actions(role, person));
    }

    /** People without a role who said that they work on it. */
    private void joined() {
        var ids =
                incident.grants().stream()
                        .filter(grant -> grant.how() == Incident.Grant.How.JOINED)
                        .map(Incident.Grant::person)
                        .filter(id -> !incident.roles().containsValue(id))
                        .distinct()
                        .toList();
        var known = desk.named(ids);
        for (var id : ids) {
            var person = known.get(id);
            if (person != null) {
                var name = new Span(person.name());
                name.addClassName("b");
                add(new ListRow(new PersonAvatar(person, "joined"), name, "Joined"));
            }
        }
    }

    private Component[] actions(IncidentRole role, @Nullable Person person) {
        var mine = person != null && person.id().equals(desk.me().id());
        if (mine && !incident.stage().isOver()) {
            var over =
                    Buttons.tertiary(
                            "Hand over",
                            () -> MoreQuestions.handOver(desk, desk.membership(), incident, role));
            over.setAriaLabel("Hand over as " + role.label().toLowerCase(java.util.Locale.UK));
            return new Component[] {Buttons.small(over)};
        }
        if (!desk.may(Act.ASSIGN_ROLES, incident) || incident.stage().isOver()) {
            return new Component[0];
        }
        var text = person == null ? "Assign" : "Change";
        var button = Buttons.small(Buttons.tertiary(text, () -> ask(role, person)));
        button.setAriaLabel(text + " " + role.label().toLowerCase(java.util.Locale.UK));
        return new Component[] {button};
    }

    private void ask(IncidentRole role, @Nullable Person person) {
        var box = Questions.people(desk.people().all(), role.label());
        if (person != null) {
            box.setValue(person);
        }
        box.setClearButtonVisible(true);
        new Form("Who is " + role.label().toLowerCase(java.util.Locale.UK) + "?", box)
                .answer(
                        "Assign role",
                        () -> {
                            var chosen = box.getValue();
                            desk.incidents()
                                    .assignRole(
                                            incident.id(),
                                            role,
                                            chosen == null ? null : chosen.id());
                            Toast.show(
                                    role.label()
                                            + ": "
                                            + (chosen == null ? "vacant" : chosen.name()));
                        })
                .open();
    }
}
