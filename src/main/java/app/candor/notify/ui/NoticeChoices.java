package app.candor.notify.ui;

import app.candor.notify.NoticeSettings;
import app.candor.notify.NoticeSettings.Mail;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** Which notices come by mail, chosen on the person's own page. */
public class NoticeChoices extends Div {

    public NoticeChoices(NoticeSettings settings) {
        var mail = new RadioButtonGroup<Mail>("By mail as well");
        mail.setItems(Mail.values());
        mail.setItemLabelGenerator(Mail::label);
        mail.setValue(settings.mail());
        mail.addValueChangeListener(changed -> {
            settings.choose(changed.getValue(), settings.browser());
            Toast.show("Saved: " + changed.getValue().label().toLowerCase(java.util.Locale.UK));
        });
        var note =
                new Paragraph(
                        "Every notice stands in your inbox. A mail carries that one line and a link,"
                                + " nothing of a text.");
        note.addClassName("t2");
        addClassName("stack-l");
        add(note, mail);
    }
}
