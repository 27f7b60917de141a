package app.candor.incident.ui;

import app.candor.access.NotFound;
import app.candor.incident.Incident;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A document beside the main one: a brain dump, a deep dive, the review. */
@Route("incidents/:key/documents/:document")
@PermitAll
class DocumentView extends DocumentPage {
    private String name = "";
    private String title = "Document";

    DocumentView(RoomDesk desk) {
        super(desk);
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
        var document = desk().documents().named(incident.id(), name);
        title = document.title();
        return open(incident, document);
    }
}
