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
    private @Nullable SidePanel beside;

    DocumentPage(RoomDesk desk) {
        super(desk);
        side.addClassName("room-side");
    }

    Component open(Incident incident, IncidentDocument document) {
        var shown = new DocumentPane(desk(), incident, document);
        pane = shown;
        var panel = new SidePanel(desk(), incident, shown.margin());
        beside = panel;
        side.removeAll();
        side.add(panel);
        var both = new Div(shown, side);
        both.addClassName("room-both");
        return both;
    }

    @Override
    void redraw(Incident incident) {
        var shown = pane;
        if (shown != null) {
            shown.show(incident);
        }
        var panel = beside;
        if (panel != null) {
            panel.show(incident);
        }
    }
}
