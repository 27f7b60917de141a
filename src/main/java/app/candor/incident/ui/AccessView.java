package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.incident.Incident;
import app.candor.incident.Incident.Grant;
import app.candor.incident.IncidentRole;
import app.candor.incident.Membership;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who may see the incident, how they came in, and opening it up. */
@Route("incidents/:key/access")
@PermitAll
class AccessView extends RecordPage {
    private final Membership membership;

    AccessView(RoomDesk desk, Membership membership) {
        super(
                desk,
                "Who may see it",
                "Every grant is in the audit log; members see this list.",
                "access");
        this.membership = membership;
    }

    @Override
    Component[] parts(Incident incident) {
        var parts = new ArrayList<Component>();
        incident.grants().stream()
                .filter(grant -> grant.how() == Grant.How.BREAK_GLASS)
                .forEach(grant -> parts.add(broken(grant)));
        parts.add(visibility(incident));
        parts.add(members(incident));
        return parts.toArray(Component[]::new);
    }

    private Banner broken(Grant grant) {
        return new Banner(
                Tone.WARN,
                desk().nameOf(grant.person()) + " opened this by break-glass.",
                Times.near(grant.at(), desk().now()) + ": " + grant.reason());
    }

    private Panel visibility(Incident incident) {
        var words = new Paragraph(says(incident.visibility()));
        var panel = new Panel(Words.visibility(incident.visibility()), words).padded();
        if (desk().may(Act.OPEN_UP, incident)) {
            var actions = new Div();
            actions.addClassNames("row", "wrap", "panel-foot");
            for (var to : Visibility.values()) {
                if (to != incident.visibility()) {
                    actions.add(Buttons.secondary(verb(incident, to), () -> ask(incident, to)));
                }
            }
            panel.add(actions);
        }
        return panel;
    }

    private static String verb(Incident incident, Visibility to) {
        var opens = to.compareTo(incident.visibility()) < 0;
        return switch (to) {
            case OPEN -> "Open up to all staff";
            case DETAILS_RESTRICTED -> opens ? "Let staff see that it exists" : "Close the details";
            case RESTRICTED -> "Restrict to members";
        };
    }

    private static String says(Visibility visibility) {
        return switch (visibility) {
            case OPEN -> "All staff read everything of this incident.";
            case DETAILS_RESTRICTED ->
                    "All staff see that it exists, its severity, stage and commander, and what was"
                            + " released. Documents, drafts, facts and people are for members.";
            case RESTRICTED -> "For everybody but its members this incident does not exist.";
        };
    }

    private void ask(Incident incident, Visibility to) {
        var opens = to.compareTo(incident.visibility()) < 0;
        new Form(verb(incident, to), opens ? preview(incident, to) : new Paragraph(says(to)))
                .answer(
                        verb(incident, to),
                        () -> {
                            membership.changeVisibility(incident.id(), incident.visibility(), to);
                            Toast.show(
                                    incident.key()
                                            + " is "
                                            + Words.visibility(to).toLowerCase(Locale.UK));
                        })
                .open();
    }

    /** What becomes visible, and to how many, before anybody agrees to it. */
    private Component preview(Incident incident, Visibility to) {
        var all = desk().people().all().size();
        var more = all - incident.members().size();
        var who =
                new Paragraph(
                        more
                                + " more people than now will see this. It cannot be unseen; closing"
                                + " it again keeps only new readers out.");
        var list = new UnorderedList();
        list.addClassName("problems");
        list.add(new ListItem("Key, title, severity, stage and commander: " + incident.title()));
        if (to == Visibility.OPEN) {
            for (var section : desk().sections()) {
                for (var link : section.links(incident)) {
                    var note = link.note().isEmpty() ? "" : " (" + link.note() + ")";
                    list.add(new ListItem(link.label() + note));
                }
            }
        }
        return new Div(who, new Paragraph("What becomes visible:"), list);
    }

    private Panel members(Incident incident) {
        var people = new ArrayList<>(incident.members());
        var named = desk().named(people);
        people.sort(Comparator.comparing(id -> named.containsKey(id) ? named.get(id).name() : id));
        var panel = new Panel("Members").note(Integer.toString(people.size()));
        if (desk().may(Act.GRANT_ACCESS, incident)) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary(
                                            "Grant access",
                                            () -> Questions.grant(desk(), incident)))));
        }
        for (var id : people) {
            var person = named.get(id);
            if (person != null) {
                panel.add(
                        new ListRow(
                                new PersonAvatar(person, ""),
                                person.name(),
                                how(incident, id),
                                trail(incident, person)));
            }
        }
        return panel;
    }

    private String how(Incident incident, String person) {
        var roles =
                Arrays.stream(IncidentRole.values())
                        .filter(role -> person.equals(incident.roles().get(role)))
                        .map(IncidentRole::label)
                        .collect(Collectors.joining(", "));
        var grants =
                incident.grants().stream()
                        .filter(grant -> grant.person().equals(person))
                        .map(this::how)
                        .toList();
        var ways = new ArrayList<String>();
        if (!roles.isEmpty()) {
            ways.add(roles);
        }
        ways.addAll(grants);
        return ways.isEmpty() ? "Declared or staffed it" : String.join(" · ", ways);
    }

    private String how(Grant grant) {
        var at = Times.near(grant.at(), desk().now());
        return switch (grant.how()) {
            case GRANTED -> "let in by " + desk().nameOf(grant.by()) + ", " + at;
            case JOINED -> "joined, " + at;
            case BREAK_GLASS -> "broke glass, " + at;
        };
    }

    private Component[] trail(Incident incident, app.candor.access.Person person) {
        var role = incident.roles().containsValue(person.id());
        if (role) {
            return new Component[] {new Badge(Tone.OUTLINE, "by role")};
        }
        if (!desk().may(Act.GRANT_ACCESS, incident) || person.id().equals(desk().me().id())) {
            return new Component[0];
        }
        var button = Buttons.tertiary("Take back", () -> revoke(incident, person));
        button.setAriaLabel("Take access back from " + person.name());
        return new Component[] {Buttons.small(button)};
    }

    private void revoke(Incident incident, app.candor.access.Person person) {
        try {
            membership.revoke(incident.id(), person.id());
            Toast.show(person.name() + " may not see " + incident.key() + " any more");
        } catch (Refused why) {
            Toast.error(String.valueOf(why.getMessage()));
        }
    }
}
