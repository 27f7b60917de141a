package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.clocks.IncidentClock;
import app.candor.incident.Incident;
import app.candor.incident.regulatory.Filings;
import app.candor.incident.regulatory.Regulators;
import app.candor.policy.RegulatoryPolicy.Rule;
import app.candor.uikit.Buttons;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line a law: off until Legal activates it, then a clock for each submission. */
class RegulatorRows extends Div {
    private final RoomDesk desk;
    private final Regulators regulators;
    private final Incident incident;
    private final boolean mayAct;

    RegulatorRows(RoomDesk desk, Regulators regulators, Incident incident) {
        this.desk = desk;
        this.regulators = regulators;
        this.incident = incident;
        mayAct = desk.may(Act.START_REGULATORY, incident);
        addClassName("clock-rows");
        var filings = regulators.of(incident.id());
        for (var rule : regulators.rules()) {
            var active = filings.active().get(rule.key());
            add(active == null ? off(rule) : on(rule, active));
        }
    }

    private Component off(Rule rule) {
        var title = new Span(rule.title());
        title.addClassName("b");
        var state = new Span("Off. Legal has not said that it applies.");
        state.addClassNames("s", "t2", "grow");
        var first = new Div(title, state);
        first.addClassNames("row", "wrap");
        if (mayAct) {
            var activate = Buttons.secondary("Activate", () -> activate(rule));
            activate.setAriaLabel("Activate " + rule.title());
            first.add(activate);
        }
        return row(first, citation(rule));
    }

    private Component on(Rule rule, Filings.Active active) {
        var title = new Span(rule.title());
        title.addClassName("b");
        var by =
                new Span(
                        "Activated by "
                                + desk.nameOf(active.by())
                                + ", "
                                + Times.near(active.at(), desk.now()));
        by.addClassNames("s", "t2");
        var first = new Div(title, by);
        first.addClassNames("row", "wrap");
        var note = new Div(active.note());
        note.addClassName("s");
        var row = row(first, note);
        rule.triggers().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(trigger ->
                        row.add(date(rule, trigger.getKey(), trigger.getValue(), active)));
        regulators
                .clocks(incident.id(), rule)
                .forEach(clock -> row.add(submission(rule, clock, active)));
        row.add(citation(rule));
        return row;
    }

    private Component date(Rule rule, String key, String label, Filings.Active active) {
        var at = active.dated().get(key);
        var line = new Div(new Span(label + ":"));
        var value = new Span(at == null ? "not dated yet" : Times.dateTime(at));
        value.addClassNames("num", "grow");
        line.add(value);
        line.addClassNames("row", "wrap", "s");
        if (mayAct) {
            var button =
                    Buttons.tertiary(
                            at == null ? "Give the time" : "Correct the time",
                            () -> ask(rule, key, label, at));
            button.setAriaLabel(button.getText() + ": " + label);
            line.add(button);
        }
        return line;
    }

    private Component submission(Rule rule, IncidentClock clock, Filings.Active active) {
        var stage = clock.key().substring(clock.key().indexOf('/') + 1);
        var name = stageTitle(rule, stage);
        var due = new Span(Words.at(clock, desk.now()));
        due.addClassNames("s", "t2", "num", "grow");
        var line = new Div(new Span(name), due, Chips.of(clock, desk.now()));
        line.addClassNames("row", "wrap");
        var sent = active.sent().get(stage);
        if (sent == null && mayAct) {
            line.add(
                    Buttons.tertiary(
                            "Record " + name.toLowerCase(Locale.UK),
                            () -> record(rule, stage, name)));
        }
        var formula = new Div(clock.formula());
        formula.addClassNames("s", "t2");
        var both = new Div(line, formula);
        if (sent != null && !sent.reference().isEmpty()) {
            var reference = new Div("Reference " + sent.reference());
            reference.addClassNames("s", "t2");
            both.add(reference);
        }
        return both;
    }

    private void activate(Rule rule) {
        var note = new TextArea("Why does it apply?");
        note.setMaxLength(1_000);
        note.setWidthFull();
        note.setRequired(true);
        new Form("Activate: " + rule.title(), citation(rule), note)
                .answer(
                        "Activate clock",
                        () -> {
                            regulators.activate(incident.id(), rule.key(), note.getValue());
                            Toast.show(rule.title() + " runs for " + incident.key());
                        })
                .open();
    }

    private void ask(Rule rule, String trigger, String label, @Nullable Instant before) {
        var picker = time(label + " (UTC)", before);
        new Form(rule.title(), picker)
                .answer(
                        "Save time",
                        () -> regulators.date(incident.id(), rule.key(), trigger, given(picker)))
                .open();
    }

    private void record(Rule rule, String stage, String name) {
        var picker = time("Submitted at (UTC)", null);
        var reference = new TextField("Reference or receipt");
        reference.setMaxLength(200);
        reference.setWidthFull();
        var note = new Paragraph("Candor submits nothing itself. This records that it was done.");
        note.addClassNames("s", "t2");
        new Form("Record: " + name.toLowerCase(Locale.UK), picker, reference, note)
                .answer(
                        "Record submission",
                        () ->
                                regulators.submitted(
                                        incident.id(),
                                        rule.key(),
                                        stage,
                                        given(picker),
                                        reference.getValue()))
                .open();
    }

    private DateTimePicker time(String label, @Nullable Instant before) {
        var picker = new DateTimePicker(label);
        picker.setLocale(Locale.UK);
        picker.setStep(Duration.ofMinutes(1));
        picker.setValue(
                LocalDateTime.ofInstant(before == null ? desk.now() : before, ZoneOffset.UTC)
                        .withSecond(0)
                        .withNano(0));
        return picker;
    }

    private static Instant given(DateTimePicker picker) {
        var value = picker.getValue();
        if (value == null) {
            throw new Refused("Give date and time, UTC.");
        }
        return value.toInstant(ZoneOffset.UTC);
    }

    private static String stageTitle(Rule rule, String stage) {
        return rule.stages().stream()
                .filter(one -> one.key().equals(stage))
                .map(one -> one.title())
                .findFirst()
                .orElse(stage);
    }

    private static Div citation(Rule rule) {
        var citation = new Div(rule.citation());
        citation.addClassNames("xs", "t3");
        return citation;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("clock-row");
        return row;
    }
}
