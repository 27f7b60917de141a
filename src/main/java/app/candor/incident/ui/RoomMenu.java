package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Role;
import app.candor.access.Visibility;
import app.candor.incident.Incident;
import app.candor.incident.Incident.Grant.How;
import app.candor.incident.Stage;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
            reopen(menu);
            return;
        }
        join(menu);
        if (incident.declaredAt() == null) {
            entry(menu, Act.DECLARE, "Declare severity", () -> Questions.declare(desk, incident));
        } else {
            entry(menu, Act.DECLARE, "Change severity", () -> Questions.severity(desk, incident));
            stages(menu);
            takeCommand(menu);
        }
        entry(menu, Act.DECLARE, "Rename incident", () -> Questions.rename(desk, incident));
        if (incident.releases().isEmpty()) {
            entry(
                    menu,
                    Act.CONFIRM,
                    "Merge into another incident",
                    () -> MoreQuestions.merge(desk, incident));
        }
        if (incident.stage() == Stage.REVIEW) {
            reopen(menu);
        }
        if (incident.visibility() != Visibility.OPEN) {
            entry(menu, Act.GRANT_ACCESS, "Grant access", () -> Questions.grant(desk, incident));
        }
    }

    private void reopen(SubMenu menu) {
        entry(menu, Act.DECLARE, "Reopen incident", () -> MoreQuestions.reopen(desk, incident));
    }

    private void join(SubMenu menu) {
        var me = desk.me().id();
        if (!desk.may(Act.READ, incident)) {
            entries++;
            menu.addItem("Ask to be let in", clicked -> ask());
        } else if (!incident.roles().containsValue(me) && !joined(me)) {
            entry(menu, Act.JOIN, "I am joining", this::join);
        }
    }

    private boolean joined(String person) {
        return incident.grants().stream()
                .anyMatch(one -> one.person().equals(person) && one.how() == How.JOINED);
    }

    private void join() {
        desk.membership().join(incident.id());
        Toast.show("You are on the list; the incident document is where to start");
        UI.getCurrent().navigate(incident.path());
    }

    private void ask() {
        desk.membership().askToJoin(incident.id());
        Toast.show("The commander is asked to let you in");
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
