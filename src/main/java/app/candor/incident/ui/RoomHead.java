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
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who it is, what is known in three lines, how far it has come, and what this reader does next.
 * Each piece is drawn anew by itself: a menu that is open stays open while others act.
 */
class RoomHead extends Header {
    private final RoomDesk desk;
    private final Part identity = new Part();
    private final Part command = new Part();
    private final Part actions = new Part();
    private final Part known = new Part();
    private final Part stage = new Part();
    private final Part lowering = new Part();

    RoomHead(RoomDesk desk) {
        this.desk = desk;
        addClassName("room-head");
        identity.addClassName("room-identity");
        actions.addClassName("room-actions");
        known.addClassName("room-known");
        stage.addClassName("room-stage");
        var top = new Div(identity, command, actions);
        top.addClassName("room-top");
        var below = new Div(known, stage);
        below.addClassName("room-below");
        add(top, below, lowering);
    }

    /** The incident as it stands now. */
    void show(Incident now) {
        var today = Times.weekday(desk.now());
        var open = desk.incidents().maySeeDetails(now);
        var gaps = open ? desk.vacant(now) : List.<IncidentRole>of();
        identity.showAll(
                Arrays.asList(now.severity(), now.type(), now.visibility(), now.key(), now.title()),
                () -> identity(now));
        command.show(Arrays.asList(now.path(), now.commander(), gaps), () -> command(now, gaps));
        actions.showAll(acts(now), () -> actions(now));
        known.show(
                Arrays.asList(now.dismissal(), today, open ? desk.ledger(now) : now.reportedAt()),
                () -> known(now));
        stage.show(List.of(now.stage(), now.stages(), today), () -> stage(now));
        var mayDecide = mayDecide(now);
        lowering.showAll(Arrays.asList(now.lowering(), mayDecide), () -> lowering(now, mayDecide));
    }

    private List<Component> identity(Incident incident) {
        var all = badges(incident);
        all.add(new H1(incident.title()));
        return all;
    }

    /** What the buttons and their questions depend on. */
    private List<@Nullable Object> acts(Incident incident) {
        var me = desk.me();
        return Arrays.asList(
                me.id(),
                me.roles(),
                incident.id(),
                incident.title(),
                incident.stage(),
                incident.severity(),
                incident.type(),
                incident.declaredAt(),
                incident.visibility(),
                incident.guarded().members().contains(me.id()),
                incident.commander(),
                incident.roles().containsValue(me.id()),
                incident.grants().stream().anyMatch(one -> one.person().equals(me.id())),
                incident.releases().isEmpty());
    }

    private static List<Component> badges(Incident incident) {
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
        return badges;
    }

    private Component command(Incident incident, List<IncidentRole> gaps) {
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
        if (!gaps.isEmpty()) {
            row.add(PersonAvatar.vacant(gaps.getFirst().label()), gap(incident, gaps));
        }
        return row;
    }

    private static Component gap(Incident incident, List<IncidentRole> gaps) {
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

    private List<Component> actions(Incident incident) {
        var actions = new ArrayList<Component>();
        NextStep.of(desk, incident)
                .ifPresent(step -> actions.add(Buttons.primary(step.text(), step.act())));
        new RoomMenu(desk, incident).component().ifPresent(actions::add);
        return actions;
    }

    private Component known(Incident incident) {
        var lines = new UnorderedList();
        for (var line : KnownLines.of(desk, incident)) {
            lines.add(new ListItem(line));
        }
        return lines;
    }

    private Component stage(Incident incident) {
        return incident.stages().size() == 1 || incident.stage().isOver()
                ? new StageBadge(incident.stage())
                : new StageSteps(incident, desk.now());
    }

    private boolean mayDecide(Incident incident) {
        var asked = incident.lowering();
        return asked != null
                && desk.may(Act.SECOND_LOWER_CLASS, incident)
                && !asked.by().equals(desk.me().id());
    }

    private List<Component> lowering(Incident incident, boolean mayDecide) {
        var asked = incident.lowering();
        if (asked == null) {
            return List.of();
        }
        var words =
                desk.nameOf(asked.by())
                        + " proposes "
                        + asked.severity()
                        + ", "
                        + asked.type().label().toLowerCase(java.util.Locale.UK)
                        + ": "
                        + asked.reason();
        return List.of(
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
                                words));
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
