package app.candor.comms.ui;

import app.candor.coedit.ui.ComparePanel;
import app.candor.comms.Draft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/comms/:draft/compare/:from/:to")
@RouteAlias("comms/:draft/compare/:from/:to")
@PermitAll
class DraftCompareView extends DraftVersionPage {
    DraftCompareView(CommsDesk desk) {
        super(desk, "Compare");
    }

    @Override
    Component body(Draft draft, String path) {
        return new ComparePanel(
                desk().versions(),
                draft.textId(),
                path,
                number("from"),
                number("to"),
                facts(draft));
    }
}
