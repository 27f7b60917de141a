package app.candor.incident.ui;

import app.candor.access.NotFound;
import app.candor.incident.Incident;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A record of one incident: heading, one line, then its parts, drawn anew at every change. */
abstract class RecordPage extends RoomPage {
    private final Div parts = new Div();
    private final String title;
    private final String line;
    private final String below;

    RecordPage(RoomDesk desk, String title, String line, String below) {
        super(desk);
        this.title = title;
        this.line = line;
        this.below = below;
    }

    abstract Component[] parts(Incident incident);

    @Override
    String title() {
        return title;
    }

    @Override
    String below() {
        return below;
    }

    @Override
    Component enter(Incident incident) {
        if (!desk().incidents().maySeeDetails(incident)) {
            throw new NotFound();
        }
        var heading = new H2(title);
        heading.addClassName("xl");
        var quiet = new Paragraph(line);
        quiet.addClassName("t2");
        parts.addClassName("stack-l");
        redraw(incident);
        var page = new Div(new Div(heading, quiet), parts);
        page.addClassNames("room-record", "stack-l");
        return page;
    }

    @Override
    void redraw(Incident incident) {
        parts.removeAll();
        parts.add(parts(incident));
    }
}
