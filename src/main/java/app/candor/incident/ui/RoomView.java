package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.ReleasedWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The room: everybody writes in the document, facts and people stand beside it. */
@Route("incidents/:key")
@PermitAll
class RoomView extends DocumentPage {
    private final List<ReleasedWords> released;

    RoomView(RoomDesk desk, List<ReleasedWords> released) {
        super(desk);
        this.released = List.copyOf(released);
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
        return open(incident, desk().documents().named(incident.id(), ""));
    }
}
