package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Role;
import app.candor.access.Visibility;
import app.candor.incident.Incident;
import app.candor.incident.Stage;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.Command;
import java.util.Optional;

/** What else this reader may do with the incident. */
class RoomMenu {
    private final RoomDesk desk;
    private final Incident incident;
    private int entries;

    RoomMenu(RoomDesk desk, Incident incident) {
        this.desk = desk;
        this.incident = incident;
    }

    /** Empty where there is nothing else to do. */
    Optional<Component> component() {
        var bar = new MenuBar();
        bar.addThemeName("icon");
        bar.getElement().setAttribute("aria-label", "More about this incident");
        var more = bar.addItem(new Icon(Glyph.DOTS));
        more.setAriaLabel("More actions");
        fill(more.getSubMenu());
        return entries == 0 ? Optional.empty() : Optional.of(bar);
    }

    private void fill(SubMenu menu) {
        if (incident.stage().isOver()) {
            return;
        }
        if (incident.declaredAt() == null) {
            entry(menu, Act.DECLARE, "Declare severity", () -> Questions.declare(desk, incident));
        } else {
            entry(menu, Act.DECLARE, "Change severity", () -> Questions.severity(desk, incident));
            stages(menu);
            takeCommand(menu);
        }
        entry(menu, Act.DECLARE, "Rename incident", () -> Questions.rename(desk, incident));
        if (incident.visibility() != Visibility.OPEN) {
            entry(menu, Act.GRANT_ACCESS, "Grant access", () -> Questions.grant(desk, incident));
        }
    }

    private void takeCommand(SubMenu menu) {
        if (desk.me().has(Role.COMMANDER) && !desk.me().id().equals(incident.commander())) {
            entries++;
            menu.addItem("Take command", clicked -> NextStep.takeCommand(desk, incident));
        }
    }

    private void stages(SubMenu menu) {
        for (var stage : Stage.values()) {
            if (incident.stage().leadsTo(stage)) {
                entry(
                        menu,
                        stage == Stage.CLOSED ? Act.CLOSE : Act.SET_STAGE,
                        NextStep.text(stage),
                        () -> NextStep.move(desk, incident, stage));
            }
        }
    }

    private void entry(SubMenu menu, Act act, String text, Command done) {
        if (desk.may(act, incident)) {
            entries++;
            menu.addItem(text, clicked -> done.execute());
        }
    }
}
