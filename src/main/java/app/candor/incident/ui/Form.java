package app.candor.incident.ui;

import app.candor.access.Refused;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;

/** A question with one main answer: stays open and says why when the answer is refused. */
class Form extends Dialog {
    private final Div refusal = new Div();
    private final Div fields = new Div();

    Form(String title, Component... content) {
        setHeaderTitle(title);
        setWidth("min(560px, 94vw)");
        fields.addClassName("form");
        fields.add(content);
        add(refusal, fields);
    }

    /** The main answer; {@code Ctrl+Enter} gives it too. */
    Form answer(String text, Command act) {
        var button = Buttons.primary(text, () -> attempt(act));
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(Buttons.tertiary("Cancel", this::close), button);
        return this;
    }

    /** Another answer beside the main one. */
    Form otherwise(String text, Command act) {
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
