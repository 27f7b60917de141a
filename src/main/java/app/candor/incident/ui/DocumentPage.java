package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** A page of the room with one document to write in, and facts, comments and people beside it. */
abstract class DocumentPage extends RoomPage {
    private final Div side = new Div();
    private @Nullable DocumentPane pane;
    private int tab;

    DocumentPage(RoomDesk desk) {
        super(desk);
        side.addClassName("room-side");
    }

    Component open(Incident incident, IncidentDocument document) {
        var shown = new DocumentPane(desk(), incident, document);
        pane = shown;
        drawSide(incident, shown);
        var both = new Div(shown, side);
        both.addClassName("room-both");
        return both;
    }

    @Override
    void redraw(Incident incident) {
        var shown = pane;
        if (shown != null) {
            shown.show(incident);
            drawSide(incident, shown);
        }
    }

    private void drawSide(Incident incident, DocumentPane shown) {
        side.removeAll();
        side.add(new SidePanel(desk(), incident, shown.margin(), tab, chosen -> tab = chosen));
    }
}
