package app.candor.incident.ui;

import app.candor.access.NotFound;
import app.candor.incident.Incident;
import app.candor.uikit.Times;
import app.candor.uikit.Workspace;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page of one incident: head, clocks, the list to the left. What stands in the
 * centre is the page's own; it redraws itself when the incident changes.
 */
@StyleSheet("context://assets/incident.css")
@StyleSheet("context://assets/room.css")
@StyleSheet("context://assets/documents.css")
abstract class RoomPage extends Div implements BeforeEnterObserver, HasDynamicTitle, Workspace {
    static final String KEY = "key";

    private final RoomDesk desk;
    private final RoomHead head;
    private final Part clocks = new Part();
    private final Aside links = new Aside();
    private final Div centre = new Div();
    private RoomLinks listed = new RoomLinks("", "");
    private @Nullable Incident incident;

    RoomPage(RoomDesk desk) {
        this.desk = desk;
        head = new RoomHead(desk);
        addClassName("room");
        clocks.addClassName("room-clocks");
        links.addClassName("room-links");
        links.getElement().setAttribute("aria-label", "Documents, comms and records");
        centre.addClassName("room-centre");
    }

    RoomDesk desk() {
        return desk;
    }

    /** What the page is called in the browser, without the incident. */
    abstract String title();

    /** The path below the incident's own; empty for the room itself. */
    abstract String below();

    /** Draws the centre for the first time. */
    abstract Component enter(Incident incident);

    /** The incident changed; whatever somebody is typing stays where it is. */
    abstract void redraw(Incident incident);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get(KEY).orElseThrow(NotFound::new);
        var found = desk.incidents().byKey(key);
        incident = found;
        removeAll();
        var body = new Div(links, centre);
        body.addClassName("room-body");
        // A new watcher for each incident: the page may be kept when only the key changes.
        var watcher = new Div(new Div(head), clocks, body);
        watcher.addClassName("room-frame");
        desk.pages().watch(watcher, "incident:" + found.id(), this::changed);
        listed = new RoomLinks(found.path(), below());
        links.removeAll();
        links.add(listed);
        frame(found);
        centre.removeAll();
        centre.add(enter(found));
        add(watcher);
    }

    @Override
    public String getPageTitle() {
        var shown = incident;
        return shown == null ? "Candor" : title() + " · " + shown.key() + " · Candor";
    }

    private void changed() {
        var shown = incident;
        if (shown == null) {
            return;
        }
        try {
            var now = desk.latest(shown.id());
            incident = now;
            frame(now);
            redraw(now);
        } catch (NotFound taken) {
            // Access went: the page asks again and meets what everybody else meets.
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }

    private void frame(Incident now) {
        head.show(now);
        if (desk.incidents().maySeeDetails(now)) {
            var owed = desk.shared(now, "clocks", desk.clocks()::of);
            clocks.show(
                    List.of(owed, Times.weekday(desk.now())),
                    () -> new ClockStrip(owed, desk.now()));
        } else {
            clocks.show(List.of(), Div::new);
        }
        listed.show(RoomLinks.groups(desk, now));
    }
}
