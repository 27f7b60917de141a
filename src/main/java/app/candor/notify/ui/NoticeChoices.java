package app.candor.notify.ui;

import app.candor.notify.NoticeSettings;
import app.candor.notify.NoticeSettings.Mail;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Locale;

/** How notices reach somebody besides the inbox, chosen on the person's own page. */
public class NoticeChoices extends Div {
    private static final String ASK =
            "return 'Notification' in window ? Notification.requestPermission() : 'missing'";

    private final NoticeSettings settings;
    private final RadioButtonGroup<Mail> mail = new RadioButtonGroup<>("By mail as well");
    private final Checkbox browser =
            new Checkbox("In this browser as well, while Candor is open in a tab behind others");

    public NoticeChoices(NoticeSettings settings) {
        this.settings = settings;
        mail.setItems(Mail.values());
        mail.setItemLabelGenerator(Mail::label);
        mail.setValue(settings.mail());
        mail.addValueChangeListener(changed -> {
            settings.choose(changed.getValue(), settings.browser());
            Toast.show("Saved: " + changed.getValue().label().toLowerCase(Locale.UK));
        });
        browser.setValue(settings.browser());
        browser.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                chooseBrowser(changed.getValue());
            }
        });
        var note =
                new Paragraph(
                        "Every notice stands in your inbox. Elsewhere it carries that one line and a"
                                + " link, nothing of a text.");
        note.addClassName("t2");
        addClassName("stack-l");
        add(note, mail, browser);
    }

    /** The browser is asked first: what it does not allow is not shown as chosen. */
    private void chooseBrowser(boolean wanted) {
        if (!wanted) {
            settings.choose(mail.getValue(), false);
            Toast.show("Saved: no notices in the browser");
            return;
        }
        browser.getElement().executeJs(ASK).then(String.class, this::answered);
    }

    private void answered(String permission) {
        var allowed = permission.equals("granted");
        settings.choose(mail.getValue(), allowed);
        browser.setValue(allowed);
        Toast.show(
                switch (permission) {
                    case "granted" -> "Saved: notices in the browser";
                    case "missing" -> "This browser has no notices. Nothing was changed.";
                    default ->
                            "Your browser does not allow notices from this address. Allow them in its"
                                    + " settings, then choose this again.";
                });
    }
}
