package app.candor.comms.ui;

import app.candor.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the words that a decision needs. */
class ReasonDialog extends Dialog {
    private static final int LONGEST = 500;

    ReasonDialog(String title, String label, String act, Consumer<String> decided) {
        setHeaderTitle(title);
        setWidth("min(520px, 94vw)");
        var reason = new TextArea(label);
        reason.setWidthFull();
        reason.setMaxLength(LONGEST);
        reason.setHelperText("Up to " + LONGEST + " characters");
        reason.focus();
        add(new VerticalLayout(reason));
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                act,
                                () -> {
                                    decided.accept(reason.getValue());
                                    close();
                                }));
    }
}
