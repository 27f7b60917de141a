package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/facts")
@PermitAll
class FactsView extends RecordPage {
    FactsView(RoomDesk desk) {
        super(
                desk,
                "Facts",
                "Every number and time stands here once. Texts quote it from here.",
                "facts");
    }

    @Override
    Component[] parts(Incident incident) {
        return new Component[] {
            Panel.untitled("Facts", new FactRows(desk(), incident, true)).padded()
        };
    }
}
