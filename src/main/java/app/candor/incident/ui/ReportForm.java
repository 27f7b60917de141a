package app.candor.incident.ui;

import app.candor.access.Refused;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.incident.Source;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** One field and one button: nobody should need longer than a breath to raise a suspicion. */
class ReportForm extends Div {
    private static final int LONGEST = 200;

    private final TextField what = new TextField("What do you see?");
    private final Incidents incidents;
    private final Consumer<Incident> done;

    ReportForm(Incidents incidents, Consumer<Incident> done) {
        this.incidents = incidents;
        this.done = done;
        addClassName("form");
        what.setPlaceholder("Orders from one integration arrive late");
        what.setHelperText("One line is enough. You need not be sure.");
        what.setMaxLength(LONGEST);
        what.setWidthFull();
        what.setAutofocus(true);
        what.setValueChangeMode(ValueChangeMode.EAGER);
        what.addValueChangeListener(typed -> what.setInvalid(false));
        what.addKeyPressListener(Key.ENTER, pressed -> report());
        var note =
                new Paragraph(
                        "It is on record at once, and engineering is asked to confirm or dismiss it.");
        note.addClassNames("s", "t2");
        var actions = new Div(Buttons.primary("Report incident", this::report));
        actions.addClassName("form-actions");
        add(what, note, actions);
    }

    void focusField() {
        what.focus();
    }

    private void report() {
        try {
            done.accept(incidents.report(what.getValue(), Source.STAFF));
        } catch (Refused why) {
            what.setErrorMessage(why.getMessage());
            what.setInvalid(true);
            what.focus();
        }
    }
}
