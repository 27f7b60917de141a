package app.candor.incident.ui;

import app.candor.coedit.ui.HistoryPanel;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/documents/:document/history")
@PermitAll
class HistoryView extends VersionPage {
    HistoryView(RoomDesk desk) {
        super(desk, "History");
    }

    @Override
    Component body(Incident incident, IncidentDocument document) {
        return new HistoryPanel(
                desk().versions(), document.id(), path(incident, document), facts(incident));
    }
}
