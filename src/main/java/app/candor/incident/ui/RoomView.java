package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.ReleasedWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The room: everybody writes in the document, facts and people stand beside it. */
@Route("incidents/:key")
@PermitAll
class RoomView extends RoomPage {
    private final List<ReleasedWords> released;
    private final Div side = new Div();
    private @Nullable DocumentPane pane;
    private int tab;

    RoomView(RoomDesk desk, List<ReleasedWords> released) {
        super(desk);
        this.released = List.copyOf(released);
        side.addClassName("room-side");
    }

    @Override
    String title() {
        return "Incident";
    }

    @Override
    String below() {
        return "";
    }

    @Override
    Component enter(Incident incident) {
        if (!desk().incidents().maySeeDetails(incident)) {
            return new OutsideRoom(desk(), incident, released);
        }
        var document =
                new DocumentPane(desk(), incident, desk().documents().named(incident.id(), ""));
        pane = document;
        drawSide(incident);
        var both = new Div(document, side);
        both.addClassName("room-both");
        return both;
    }

    @Override
    void redraw(Incident incident) {
        var open = pane;
        if (open != null) {
            open.show(incident);
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
