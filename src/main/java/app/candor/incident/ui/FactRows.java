package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Incident;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The ledger: name to the left; value, who confirmed it, when and from what to the right. */
class FactRows extends Div {
    private final RoomDesk desk;
    private final Incident incident;
    private final boolean withHistory;

    FactRows(RoomDesk desk, Incident incident, boolean withHistory) {
        this.desk = desk;
        this.incident = incident;
        this.withHistory = withHistory;
        addClassName("fact-rows");
        var editable = desk.may(Act.CONFIRM_FACT, incident) && !incident.stage().isOver();
        for (var fact : desk.ledger(incident)) {
            add(row(fact, editable));
        }
    }

    private Component row(Fact fact, boolean editable) {
        var label = new Span(fact.label());
        label.addClassNames("fact-label", "s", "t2");
        var value = new Div();
        value.addClassName("grow");
        value.add(value(fact));
        var provenance = provenance(fact);
        if (!provenance.isEmpty()) {
            var quiet = new Div(provenance);
            quiet.addClassNames("xs", "t3");
            value.add(quiet);
        }
        if (withHistory && !fact.history().isEmpty()) {
            value.add(history(fact));
        }
        var row = new Div(label, value);
        row.addClassName("fact-row");
        if (editable) {
            row.add(
                    Buttons.small(
                            Buttons.icon(
                                    Glyph.PENCIL,
                                    "Confirm " + fact.label().toLowerCase(java.util.Locale.UK),
                                    () -> ask(fact))));
        }
        return row;
    }

    private Component value(Fact fact) {
        var value = new Span(fact.value());
        if (fact.unknown()) {
            value.addClassName("fact-unknown");
            return value;
        }
        value.addClassNames("fact-value", "num");
        if (fact.key().equals(FactKey.RAW_DATA_LOST.key())) {
            value.addClassName(fact.raw().equals("no") ? "c-ok" : "c-bad");
        }
        var line = new Div(value);
        line.addClassNames("row", "wrap");
        if (!fact.history().isEmpty() && !fact.history().getFirst().value().equals(fact.value())) {
            line.add(new Badge(Tone.WARN, "was " + fact.history().getFirst().value()));
        }
        return line;
    }

    private String provenance(Fact fact) {
        var who = Words.provenance(fact, desk);
        if (fact.detail().isEmpty()) {
            return who;
        }
        return who.isEmpty() ? fact.detail() : fact.detail() + " · " + who;
    }

    private Component history(Fact fact) {
        var list = new UnorderedList();
        for (var earlier : fact.history()) {
            list.add(
                    new ListItem(
                            earlier.value()
                                    + " · "
                                    + desk.nameOf(earlier.confirmedBy())
                                    + ", "
                                    + Times.near(earlier.at(), desk.now())
                                    + (earlier.source().isEmpty()
                                            ? ""
                                            : " · " + earlier.source())));
        }
        var count = fact.history().size();
        var details =
                new Details(count + (count == 1 ? " earlier value" : " earlier values"), list);
        details.addClassNames("s", "t2");
        return details;
    }

    private void ask(Fact fact) {
        FactKey.of(fact.key()).ifPresent(key -> new FactQuestion(desk, incident, key, fact).open());
    }
}
