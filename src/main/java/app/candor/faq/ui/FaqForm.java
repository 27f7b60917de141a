package app.candor.faq.ui;

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

/** A question with one main answer; stays open and says why where the answer is refused. */
class FaqForm extends Dialog {
    private final Div refusal = new Div();

    FaqForm(String title, Component... content) {
        setHeaderTitle(title);
        setWidth("min(560px, 94vw)");
        var fields = new Div(content);
        fields.addClassName("form");
        add(refusal, fields);
    }

    /** The main answer; {@code Ctrl+Enter} gives it too. */
    FaqForm answer(String text, Command act) {
        var button = Buttons.primary(text, () -> attempt(act));
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(Buttons.tertiary("Cancel", this::close), button);
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
