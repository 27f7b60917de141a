package app.candor.incident.ui;

import app.candor.access.NotFound;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** A document beside the main one: a brain dump, a deep dive, the review. */
@Route("incidents/:key/documents/:document")
@PermitAll
class DocumentView extends RoomPage {
    private final Div side = new Div();
    private String name = "";
    private String title = "Document";
    private @Nullable DocumentPane pane;
    private int tab;

    DocumentView(RoomDesk desk) {
        super(desk);
        side.addClassName("room-side");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("document").orElseThrow(NotFound::new);
        super.beforeEnter(event);
    }

    @Override
    String title() {
        return title;
    }

    @Override
    String below() {
        return "documents/" + name;
    }

    @Override
    Component enter(Incident incident) {
        IncidentDocument document = desk().documents().named(incident.id(), name);
        title = document.title();
        var shown = new DocumentPane(desk(), incident, document);
        pane = shown;
        drawSide(incident);
        var both = new Div(shown, side);
        both.addClassName("room-both");
        return both;
    }

    @Override
    void redraw(Incident incident) {
        var shown = pane;
        if (shown != null) {
            shown.show(incident);
            drawSide(incident);
        }
    }

    private void drawSide(Incident incident) {
        side.removeAll();
        var shown = pane;
        side.add(
                new SidePanel(
                        desk(),
                        incident,
                        shown == null ? null : shown.margin(),
                        tab,
                        chosen -> tab = chosen));
    }
}
