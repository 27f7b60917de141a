package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.regulatory.Regulators;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/clocks")
@PermitAll
class ClocksView extends RecordPage {
    private final Regulators regulators;

    ClocksView(RoomDesk desk, Regulators regulators) {
        super(
                desk,
                "Clocks",
                "What is owed by when, how the time comes about, and which rule says so.",
                "clocks");
        this.regulators = regulators;
    }

    @Override
    Component[] parts(Incident incident) {
        return new Component[] {
            Panel.untitled("Clocks", new ClockRows(desk(), incident)).padded(),
            new Panel("Regulators", new RegulatorRows(desk(), regulators, incident)).padded()
        };
    }
}
