package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Visibility;
import app.candor.incident.Incident;
import app.candor.incident.IncidentRole;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.StageBadge;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/** Who it is, what is known in three lines, how far it has come, and what this reader does next. */
class RoomHead extends Header {
    private final RoomDesk desk;
    private final Incident incident;

    RoomHead(RoomDesk desk, Incident incident) {
        this.desk = desk;
        this.incident = incident;
        addClassName("room-head");
        var identity = new Div(badges());
        identity.add(new H1(incident.title()));
        identity.addClassName("room-identity");
        var top = new Div(identity, new Div(command()), actions());
        top.addClassName("room-top");
        var below = new Div(known(), stage());
        below.addClassName("room-below");
        add(top, below);
        lowering();
    }

    private Component[] badges() {
        var badges = new ArrayList<Component>();
        badges.add(new SeverityBadge(incident.severity()));
        var type = incident.type();
        if (incident.securityIncident() && type != null) {
            badges.add(new Badge(Tone.OUTLINE, Glyph.SHIELD, type.label()));
        }
        if (incident.visibility() != Visibility.OPEN) {
            badges.add(new Badge(Tone.OUTLINE, Glyph.LOCK, Words.visibility(incident)));
        }
        var key = new Span(incident.key());
        key.addClassName("key");
        badges.add(key);
        return badges.toArray(Component[]::new);
    }

    private Component command() {
        var row = new Div();
        row.addClassNames("row", "room-command");
        var commander = incident.commander();
        if (commander != null) {
            desk.people()
                    .find(commander)
                    .ifPresent(person ->
                            row.add(
                                    new PersonAvatar(person, "incident commander"),
                                    quiet("Commander"),
                                    strong(person.shortName())));
        }
        var gaps = desk.gaps().of(incident);
        if (!gaps.isEmpty() && desk.incidents().maySeeDetails(incident)) {
            row.add(PersonAvatar.vacant(gaps.getFirst().label()), gap(gaps));
        }
        return row;
    }

    private Component gap(List<IncidentRole> gaps) {
        var text =
                gaps.getFirst().label()
                        + " vacant"
                        + (gaps.size() == 1 ? "" : " and " + (gaps.size() - 1) + " more");
        var link = new com.vaadin.flow.component.html.Anchor(incident.path() + "/people", text);
        link.addClassNames("s", "c-warn", "nowrap");
        link.setTitle(
                "Vacant: " + String.join(", ", gaps.stream().map(IncidentRole::label).toList()));
        return link;
    }

    private Component actions() {
        var actions = new Div();
        actions.addClassName("room-actions");
        NextStep.of(desk, incident)
                .ifPresent(step -> actions.add(Buttons.primary(step.text(), step.act())));
        new RoomMenu(desk, incident).component().ifPresent(actions::add);
        return actions;
    }

    private Component known() {
        var lines = new UnorderedList();
        lines.addClassName("room-known");
        for (var line : KnownLines.of(desk, incident)) {
            lines.add(new ListItem(line));
        }
        return lines;
    }

    private Component stage() {
        return incident.stages().size() == 1 || incident.stage().isOver()
                ? new StageBadge(incident.stage())
                : new StageSteps(incident, desk.now());
    }

    private void lowering() {
        var asked = incident.lowering();
        if (asked == null) {
            return;
        }
        var words =
                desk.nameOf(asked.by())
                        + " proposes "
                        + asked.severity()
                        + ", "
                        + asked.type().label().toLowerCase(java.util.Locale.UK)
                        + ": "
                        + asked.reason();
        var mayDecide =
                desk.may(Act.SECOND_LOWER_CLASS, incident) && !asked.by().equals(desk.me().id());
        var banner =
                mayDecide
                        ? new Banner(
                                Tone.WARN,
                                "A lower class waits for you.",
                                words,
                                Buttons.secondary(
                                        "Agree to " + asked.severity(),
                                        () -> desk.incidents().agreeLower(incident.id())),
                                Buttons.tertiary(
                                        "Decline",
                                        () -> desk.incidents().declineLower(incident.id())))
                        : new Banner(
                                Tone.WARN,
                                "A lower class waits for legal or senior leadership.",
                                words);
        add(banner);
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("t2");
        return span;
    }

    private static Span strong(String text) {
        var span = new Span(text);
        span.addClassNames("b", "nowrap");
        return span;
    }
}
