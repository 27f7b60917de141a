package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.coedit.ui.MarginPanel;
import app.candor.incident.Incident;
import app.candor.uikit.Times;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.List;

/** Facts, comments, people and clocks beside the document; what is not looked at is not drawn. */
class SidePanel extends Aside {
    private final RoomDesk desk;
    private final TabSheet tabs = new TabSheet();
    private final Part facts = new Part();
    private final Part people = new Part();
    private final Part clocks = new Part();
    private final Tab factsTab;
    private final Tab peopleTab;
    private final Tab clocksTab;
    private Incident incident;

    SidePanel(RoomDesk desk, Incident incident, MarginPanel margin) {
        this.desk = desk;
        this.incident = incident;
        getElement().setAttribute("aria-label", "Facts, comments, people and clocks");
        tabs.addClassName("side-tabs");
        factsTab = tabs.add("Facts", facts);
        var comments = tabs.add("Comments", margin);
        margin.counting(open -> comments.setLabel(open == 0 ? "Comments" : "Comments " + open));
        margin.wanting(() -> tabs.setSelectedTab(comments));
        peopleTab = tabs.add("People", people);
        clocksTab = tabs.add("Clocks", clocks);
        tabs.addSelectedChangeListener(changed -> draw());
        add(tabs);
        draw();
    }

    /** The incident changed; the tab that is open stays open. */
    void show(Incident now) {
        incident = now;
        draw();
    }

    private void draw() {
        var ledger = desk.ledger(incident);
        var known = ledger.stream().filter(fact -> !fact.unknown()).count();
        factsTab.setLabel("Facts " + known);
        var today = Times.weekday(desk.now());
        var chosen = tabs.getSelectedTab();
        if (factsTab.equals(chosen)) {
            var editable = desk.may(Act.CONFIRM_FACT, incident) && !incident.stage().isOver();
            facts.show(List.of(ledger, editable, today), () -> new FactRows(desk, incident, false));
        } else if (peopleTab.equals(chosen)) {
            people.show(
                    List.of(
                            incident.roles(),
                            incident.grants(),
                            desk.vacant(incident),
                            incident.stage(),
                            desk.may(Act.ASSIGN_ROLES, incident)),
                    () -> new PeopleRows(desk, incident));
        } else if (clocksTab.equals(chosen)) {
            clocks.show(
                    List.of(desk.clocks().of(incident), today),
                    () -> new ClockRows(desk, incident));
        }
    }
}
