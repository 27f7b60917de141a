package app.candor.incident.ui;

import app.candor.coedit.ui.AuthorsPanel;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/documents/:document/authors")
@PermitAll
class AuthorsView extends VersionPage {
    AuthorsView(RoomDesk desk) {
        super(desk, "Who wrote what");
    }

    @Override
    Component body(Incident incident, IncidentDocument document) {
        return new AuthorsPanel(
                desk().versions(), document.id(), path(incident, document), facts(incident));
    }
}
