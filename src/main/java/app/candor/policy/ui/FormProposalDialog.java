package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.PolicyVersion;
import app.candor.uikit.Buttons;
import app.candor.uikit.DiffText;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/** Proposes another version in fields, and shows what changes against the version in force. */
class FormProposalDialog extends Dialog {
    private final PolicyVersion active;
    private final PolicyForm form;
    private boolean touched;
    private final Div change = new Div(new DiffText().same("Nothing is changed yet."));

    /**
     * @param propose gets the new text; a {@link Refused} of it shows where the change does
     */
    FormProposalDialog(PolicyVersion active, PolicyForm form, Consumer<String> propose) {
        this.active = active;
        this.form = form;
        form.onChange(this::compare);
        setHeaderTitle("Propose a change to version " + active.number());
        setWidth("min(760px, 96vw)");
        // A click beside it would throw away what was typed.
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(escape -> {
            if (touched) {
                say("Something is typed that is not proposed. Cancel throws it away.");
            } else {
                close();
            }
        });
        change.addClassNames("mono", "dialog-diff");
        change.getElement().setAttribute("role", "status");
        var body = new Div(form, change);
        body.addClassName("stack-l");
        add(body);
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary("Propose change", () -> propose(propose)));
    }

    private void propose(Consumer<String> propose) {
        try {
            propose.accept(form.json());
            close();
        } catch (Refused refused) {
            say(refused.getMessage());
            change.scrollIntoView();
        }
    }

    private void compare() {
        touched = true;
        try {
            change.removeAll();
            change.add(LineDiff.of(active.json(), form.json()));
        } catch (Refused refused) {
            say(refused.getMessage());
        }
    }

    private void say(String words) {
        change.removeAll();
        change.setText(words);
    }
}
