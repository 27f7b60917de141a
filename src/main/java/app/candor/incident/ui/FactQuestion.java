package app.candor.incident.ui;

import app.candor.access.Refused;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Incident;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Supplier;

/** Asks for a fact's value in the way that fits its kind, and where it is read from. */
class FactQuestion {
    private final RoomDesk desk;
    private final Incident incident;
    private final FactKey key;
    private final Fact fact;
    private Supplier<String> answer = () -> "";

    FactQuestion(RoomDesk desk, Incident incident, FactKey key, Fact fact) {
        this.desk = desk;
        this.incident = incident;
        this.key = key;
        this.fact = fact;
    }

    void open() {
        var source = new TextField("Where do you read it?");
        source.setPlaceholder("Event age chart");
        source.setMaxLength(120);
        source.setWidthFull();
        source.setRequired(true);
        var form = new Form("Confirm: " + label(), field(), source);
        if (key.material()) {
            var note =
                    new Paragraph(
                            "This fact is material: a change voids signatures on texts that are"
                                    + " being signed.");
            note.addClassNames("s", "t2");
            form.add(note);
        }
        form.otherwise("Mark as not yet known", () -> save("", source.getValue()))
                .answer("Confirm fact", () -> save(given(), source.getValue()))
                .open();
    }

    private String given() {
        var value = answer.get();
        if (value.isBlank()) {
            throw new Refused("Give the value, or mark it as not yet known.");
        }
        return value;
    }

    private void save(String value, String source) {
        var saved = desk.facts().confirm(incident.id(), key, value, source);
        Toast.show(saved.label() + ": " + saved.value());
    }

    private String label() {
        return key.label().toLowerCase(Locale.UK);
    }

    private Component field() {
        return switch (key.kind()) {
            case TIME, ETA -> time();
            case COUNT -> line("Number of merchants", "418");
            case PERCENT -> line("Share of all merchants, in %", "31.5");
            case MINUTES -> line("Minutes", "95");
            case YES_NO -> yesOrNo();
            case TEXT -> words();
        };
    }

    private Component time() {
        var picker = new DateTimePicker(key.label() + " (UTC)");
        picker.setLocale(Locale.UK);
        picker.setStep(Duration.ofMinutes(1));
        picker.setValue(
                LocalDateTime.ofInstant(
                                fact.raw().isEmpty() ? desk.now() : Instant.parse(fact.raw()),
                                ZoneOffset.UTC)
                        .withSecond(0)
                        .withNano(0));
        answer =
                () ->
                        picker.getValue() == null
                                ? ""
                                : picker.getValue().toInstant(ZoneOffset.UTC).toString();
        return picker;
    }

    private Component line(String label, String example) {
        var field = new TextField(label);
        field.setPlaceholder(example);
        field.setValue(fact.raw());
        answer = field::getValue;
        return field;
    }

    private Component words() {
        var field = new TextArea(key.label());
        field.setMaxLength(500);
        field.setWidthFull();
        field.setValue(fact.raw());
        answer = field::getValue;
        return field;
    }

    private Component yesOrNo() {
        var choice = new RadioButtonGroup<String>(key.label());
        choice.setItems("Yes", "No");
        answer = () -> choice.getValue() == null ? "" : choice.getValue();
        return choice;
    }
}
