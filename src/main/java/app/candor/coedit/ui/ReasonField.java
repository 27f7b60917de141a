package app.candor.coedit.ui;

import app.candor.access.Refused;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks for a reason in one line. */
class ReasonField extends Div {
    private static final long serialVersionUID = 1L;

    ReasonField(String question, String answer, Consumer<String> given, Runnable cancelled) {
        addClassName("margin-composer");
        var reason = new TextField(question);
        reason.setMaxLength(300);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        var button =
                Buttons.secondary(
                        answer,
                        () -> {
                            try {
                                given.accept(reason.getValue());
                            } catch (Refused why) {
                                reason.setInvalid(true);
                                reason.setErrorMessage(why.getMessage());
                            }
                        });
        button.addClickShortcut(Key.ENTER).listenOn(reason);
        var row =
                new Div(
                        Buttons.small(Buttons.tertiary("Cancel", cancelled::run)),
                        Buttons.small(button));
        row.addClassNames("margin-row", "margin-actions");
        add(reason, row);
        reason.focus();
    }
}
