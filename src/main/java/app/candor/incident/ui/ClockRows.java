package app.candor.incident.ui;

import app.candor.clocks.IncidentClock;
import app.candor.incident.Incident;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Every clock with its due time, formula and source; those that do not apply say why. */
class ClockRows extends Div {
    ClockRows(RoomDesk desk, Incident incident) {
        addClassName("clock-rows");
        for (var clock : desk.clocks().of(incident)) {
            add(row(clock, desk));
        }
    }

    private static Component row(IncidentClock clock, RoomDesk desk) {
        var title = new Span(clock.title());
        title.addClassName("b");
        var due = new Span(Words.at(clock, desk.now()));
        due.addClassNames("s", "t2", "num");
        var first = new Div(title, due, Chips.of(clock, desk.now()));
        first.addClassNames("row", "wrap");
        var formula = new Div(clock.formula());
        formula.addClassNames("s", "t2");
        var source = new Div(clock.source());
        source.addClassNames("xs", "t3");
        var row = new Div(first, formula, source);
        row.addClassName("clock-row");
        return row;
    }
}
