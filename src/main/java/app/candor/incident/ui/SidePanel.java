package app.candor.incident.ui;

import app.candor.coedit.ui.MarginPanel;
import app.candor.incident.Incident;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Facts, comments, people and clocks beside the document. */
class SidePanel extends Aside {
    SidePanel(
            RoomDesk desk,
            Incident incident,
            @Nullable MarginPanel margin,
            int selected,
            IntConsumer chosen) {
        getElement().setAttribute("aria-label", "Facts, comments, people and clocks");
        var tabs = new TabSheet();
        tabs.addClassName("side-tabs");
        var known =
                desk.facts().ledger(incident.id()).stream().filter(fact -> !fact.unknown()).count();
        tabs.add("Facts " + known, new FactRows(desk, incident, false));
        if (margin != null) {
            var comments = tabs.add("Comments", margin);
            margin.counting(open -> comments.setLabel(open == 0 ? "Comments" : "Comments " + open));
            margin.wanting(() -> tabs.setSelectedTab(comments));
        }
        tabs.add("People", new PeopleRows(desk, incident));
        tabs.add("Clocks", new ClockRows(desk, incident));
        tabs.setSelectedIndex(selected);
        tabs.addSelectedChangeListener(changed -> chosen.accept(tabs.getSelectedIndex()));
        add(tabs);
    }
}
