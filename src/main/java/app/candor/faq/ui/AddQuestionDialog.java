package app.candor.faq.ui;

import app.candor.access.Refused;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

/** Adds a question and goes on to writing its answer. */
class AddQuestionDialog extends Dialog {
    private final EntryDesk desk;
    private final TextField question = new TextField("Question, as a customer asks it");
    private final Select<Incident> incident = new Select<>();
    private final ProductsField products;
    private final TextArea doNotSay = new TextArea("Do not say");
    private final Checkbox negative =
            new Checkbox("Pertinent negative: says that something was not affected");

    AddQuestionDialog(EntryDesk desk, Incidents incidents) {
        this.desk = desk;
        products = new ProductsField(desk.search().products());
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
        var form = new Div(question, incident, products, doNotSay, negative);
        form.addClassName("form");
        add(form);
        setWidth("min(520px, 94vw)");
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary("Write the answer", this::add));
    }

    private void add() {
        var chosen = incident.getValue();
        try {
            var sorted = desk.labels().tidy(products.getValue());
            var entry =
                    desk.library()
                            .add(
                                    question.getValue(),
                                    chosen == null ? null : chosen.id(),
                                    doNotSay.getValue(),
                                    negative.getValue());
            if (!sorted.isEmpty()) {
                desk.labels().sort(entry.id(), sorted);
            }
            close();
            desk.reading().draftPath(entry).ifPresent(UI.getCurrent()::navigate);
        } catch (Refused refused) {
            say(String.valueOf(refused.getMessage()));
        }
    }

    private void say(String why) {
        var field = question.getValue().isBlank() ? question : products;
        question.setInvalid(field == question);
        products.setInvalid(field == products);
        question.setErrorMessage(why);
        products.setErrorMessage(why);
        if (field == question) {
            question.focus();
        } else {
            products.focus();
        }
    }
}
