package app.candor.comms.ui;

import app.candor.coedit.ui.CatchUpPanel;
import app.candor.comms.Draft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/comms/:draft/catch-up")
@RouteAlias("comms/:draft/catch-up")
@PermitAll
class DraftCatchUpView extends DraftVersionPage {
    DraftCatchUpView(CommsDesk desk) {
        super(desk, "Catch me up");
    }

    @Override
    Component body(Draft draft, String path) {
        return new CatchUpPanel(desk().versions(), draft.textId(), path, facts(draft));
    }
}
