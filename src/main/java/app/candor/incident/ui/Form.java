package app.candor.incident.ui;

import app.candor.uikit.QuestionDialog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As the other pages ask, with fields for points in time. */
class Form extends QuestionDialog {
    Form(String title, Component... content) {
        super(title, content);
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
}
