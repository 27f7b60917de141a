package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.uikit.DefinitionRows;
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
        var set = desk().policies().roles().active();
        var duties = new DefinitionRows();
        set.roles().forEach(role -> duties.row(role.label(), String.join(". ", role.owes())));
        if (!set.others().isEmpty()) {
            duties.row("Others", String.join(". ", set.others()));
        }
        return new Component[] {
            Panel.untitled("Roles", new PeopleRows(desk(), incident)),
            new Panel("Who owes what", duties).note(set.source()).padded()
        };
    }
}
