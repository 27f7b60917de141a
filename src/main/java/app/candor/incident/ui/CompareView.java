package app.candor.incident.ui;

import app.candor.coedit.ui.ComparePanel;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/documents/:document/compare/:from/:to")
@PermitAll
class CompareView extends VersionPage {
    CompareView(RoomDesk desk) {
        super(desk, "Compare");
    }

    @Override
    Component body(Incident incident, IncidentDocument document) {
        return new ComparePanel(
                desk().versions(),
                document.id(),
                path(incident, document),
                number("from"),
                number("to"),
                facts(incident));
    }
}
