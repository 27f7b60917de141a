package app.candor.comms.ui;

import app.candor.coedit.ui.AuthorsPanel;
import app.candor.comms.Draft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;

@Route("incidents/:key/comms/:draft/authors")
@RouteAlias("comms/:draft/authors")
@PermitAll
class DraftAuthorsView extends DraftVersionPage {
    DraftAuthorsView(CommsDesk desk) {
        super(desk, "Who wrote what");
    }

    @Override
    Component body(Draft draft, String path) {
        return new AuthorsPanel(desk().versions(), draft.textId(), path, facts(draft));
    }
}
