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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that belongs to the incident, in groups; other modules add theirs. Of what changes,
 * only the lines that are different are drawn anew.
 */
class RoomLinks extends Nav {
    private final String here;
    private final Map<String, Group> groups = new HashMap<>();

    /**
     * @param room path of the incident
     * @param below path of the page below it; empty for the room itself
     */
    RoomLinks(String room, String below) {
        here = below.isEmpty() ? room : room + "/" + below;
        getElement().setAttribute("aria-label", "This incident");
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
                                    section::links)
                            : section.links(incident);
            groups.computeIfAbsent(section.group(), none -> new ArrayList<>()).addAll(links);
        }
        return groups;
    }

    void show(Map<String, List<RoomLink>> now) {
        if (!groups.keySet().equals(now.keySet())) {
            removeAll();
            groups.clear();
            now.keySet().forEach(name -> groups.put(name, new Group(name)));
            now.keySet().forEach(name -> add(group(name)));
        }
        now.forEach((name, links) -> group(name).show(links));
    }

    private Group group(String name) {
        return Objects.requireNonNull(groups.get(name), name);
    }

    private final class Group extends Div {
        private List<RoomLink> shown = List.of();
        private final List<Anchor> rows = new ArrayList<>();

        Group(String name) {
            var heading = new H2(name);
            heading.addClassName("over");
            add(heading);
            addClassName("room-group");
            setVisible(false);
        }

        void show(List<RoomLink> links) {
            if (links.size() != shown.size()) {
                rows.forEach(this::remove);
                rows.clear();
                links.forEach(link -> rows.add(row(link)));
                rows.forEach(this::add);
                setVisible(!links.isEmpty());
            } else {
                for (var at = 0; at < links.size(); at++) {
                    if (!links.get(at).equals(shown.get(at))) {
                        var row = row(links.get(at));
                        replace(rows.set(at, row), row);
                    }
                }
            }
            shown = List.copyOf(links);
        }
    }

    private Anchor row(RoomLink link) {
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
