package app.candor.faq.ui;

import app.candor.access.Refused;
import app.candor.faq.FaqReading;
import app.candor.faq.Library;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

/** Adds a question and goes on to writing its answer. */
class AddQuestionDialog extends Dialog {
    private final Library library;
    private final FaqReading reading;
    private final TextField question = new TextField("Question, as a customer asks it");
    private final Select<Incident> incident = new Select<>();
    private final TextArea doNotSay = new TextArea("Do not say");
    private final Checkbox negative =
            new Checkbox("Pertinent negative: says that something was not affected");

    AddQuestionDialog(Library library, FaqReading reading, Incidents incidents) {
        this.library = library;
        this.reading = reading;
        setHeaderTitle("Add a question");
        incident.setLabel("Incident");
        incident.setItems(incidents.visible());
        incident.setItemLabelGenerator(
                one -> one == null ? "Always valid" : one.key() + ", " + one.title());
        incident.setEmptySelectionAllowed(true);
        incident.setEmptySelectionCaption("Always valid");
        question.setMaxLength(200);
        question.setRequiredIndicatorVisible(true);
        question.setAutofocus(true);
        doNotSay.setHelperText("Shown beside the answer, never copied");
        doNotSay.setMaxLength(1_000);
        var form = new FormLayout(question, incident, doNotSay, negative);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        setWidth("520px");
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary("Write the answer", this::add));
    }

    private void add() {
        var chosen = incident.getValue();
        try {
            var entry =
                    library.add(
                            question.getValue(),
                            chosen == null ? null : chosen.id(),
                            doNotSay.getValue(),
                            negative.getValue());
            close();
            reading.draftPath(entry).ifPresent(UI.getCurrent()::navigate);
        } catch (Refused refused) {
            question.setInvalid(true);
            question.setErrorMessage(refused.getMessage());
            question.focus();
        }
    }
}
