package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.RoomSection.RoomLink;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that belongs to the incident, in groups; other modules add theirs. */
class RoomLinks extends Nav {
    private final String here;

    RoomLinks(Map<String, List<RoomLink>> groups, String room, String below) {
        here = below.isEmpty() ? room : room + "/" + below;
        getElement().setAttribute("aria-label", "This incident");
        groups.forEach(this::group);
    }

    /** What stands under which heading. */
    static Map<String, List<RoomLink>> groups(RoomDesk desk, Incident incident) {
        var groups = new LinkedHashMap<String, List<RoomLink>>();
        var open = desk.incidents().maySeeDetails(incident);
        for (var section : desk.sections()) {
            var links =
                    open && section.isSameForAllReaders()
                            ? desk.shared(
                                    incident,
                                    "links " + section.group() + section.order(),
                                    () -> section.links(incident))
                            : section.links(incident);
            groups.computeIfAbsent(section.group(), none -> new ArrayList<>()).addAll(links);
        }
        return groups;
    }

    private void group(String name, List<RoomLink> links) {
        if (links.isEmpty()) {
            return;
        }
        var heading = new H2(name);
        heading.addClassName("over");
        var group = new Div(heading);
        group.addClassName("room-group");
        links.stream().map(this::link).forEach(group::add);
        add(group);
    }

    private Anchor link(RoomLink link) {
        var label = new Span(link.label());
        label.addClassName("clip");
        var note = new Span(link.note());
        note.addClassName("room-note");
        var glyph = Glyph.valueOf(link.icon().toUpperCase(Locale.ROOT));
        var anchor = new Anchor(link.path(), new Icon(glyph), label, note);
        anchor.addClassName("room-link");
        if (link.gap()) {
            anchor.addClassName("c-warn");
        }
        if (link.path().equals(here)) {
            anchor.addClassName("on");
            anchor.getElement().setAttribute("aria-current", "page");
        }
        return anchor;
    }
}
