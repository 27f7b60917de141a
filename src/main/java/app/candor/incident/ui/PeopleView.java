package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/people")
@PermitAll
class PeopleView extends RecordPage {
    PeopleView(RoomDesk desk) {
        super(
                desk,
                "People and roles",
                "Who does what. A vacant role that the severity requires is a gap.",
                "people");
    }

    @Override
    Component[] parts(Incident incident) {
        return new Component[] {Panel.untitled("Roles", new PeopleRows(desk(), incident))};
    }
}
