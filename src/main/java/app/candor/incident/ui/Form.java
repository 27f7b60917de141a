package app.candor.incident.ui;

import app.candor.access.Refused;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** A point in time, to be read with {@link #instant}. */
    static DateTimePicker moment(String label, @Nullable Instant value) {
        var field = new DateTimePicker(label);
        field.setLocale(Locale.UK);
        field.setStep(Duration.ofMinutes(1));
        if (value != null) {
            field.setValue(
                    LocalDateTime.ofInstant(value, ZoneOffset.UTC).withSecond(0).withNano(0));
        }
        return field;
    }

    /** What the field says in UTC; null for nothing. */
    static @Nullable Instant instant(DateTimePicker field) {
        return field.getValue() == null ? null : field.getValue().toInstant(ZoneOffset.UTC);
    }

    static Instant instant(DateTimePicker field, Instant otherwise) {
        var said = instant(field);
        return said == null ? otherwise : said;
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
