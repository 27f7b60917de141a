package app.candor.uikit;

import app.candor.access.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;

/** A question with one main answer: stays open and says why when the answer is refused. */
public class QuestionDialog extends Dialog {
    private final Div refusal = new Div();

    public QuestionDialog(String title, Component... content) {
        setHeaderTitle(title);
        setWidth("min(560px, 94vw)");
        refusal.addClassName("form-refusal");
        refusal.getElement().setAttribute("role", "alert");
        var fields = new Div(content);
        fields.addClassName("form");
        add(refusal, fields);
    }

    /**
     * The main answer; {@code Ctrl+Enter} gives it too.
     *
     * @param act closes the dialog unless it throws {@link Refused}, whose words are shown
     */
    public QuestionDialog answer(String text, Command act) {
        var button = Buttons.primary(text, () -> attempt(act));
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(Buttons.tertiary("Cancel", this::close), button);
        return this;
    }

    /** Another answer beside the main one. */
    public QuestionDialog otherwise(String text, Command act) {
        getFooter().add(Buttons.secondary(text, () -> attempt(act)));
        return this;
    }

    private void attempt(Command act) {
        try {
            act.execute();
            close();
        } catch (Refused why) {
            refusal.removeAll();
            refusal.add(new Banner(Tone.BAD, "", String.valueOf(why.getMessage())));
        }
    }
}
