package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/clocks")
@PermitAll
class ClocksView extends RecordPage {
    ClocksView(RoomDesk desk) {
        super(
                desk,
                "Clocks",
                "What is owed by when, how the time comes about, and which rule says so.",
                "clocks");
    }

    @Override
    Component[] parts(Incident incident) {
        return new Component[] {Panel.untitled("Clocks", new ClockRows(desk(), incident)).padded()};
    }
}
