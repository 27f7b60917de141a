package app.candor.comms.ui;

import app.candor.coedit.ui.HistoryPanel;
import app.candor.comms.Draft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/comms/:draft/history")
@RouteAlias("comms/:draft/history")
@PermitAll
class DraftHistoryView extends DraftVersionPage {
    DraftHistoryView(CommsDesk desk) {
        super(desk, "History");
    }

    @Override
    Component body(Draft draft, String path) {
        return new HistoryPanel(desk().versions(), draft.textId(), path, facts(draft));
    }
}
