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
            say(refused);
        }
    }

    private void compare() {
        try {
            change.removeAll();
            change.add(LineDiff.of(active.json(), form.json()));
        } catch (Refused refused) {
            say(refused);
        }
    }

    private void say(Refused refused) {
        change.removeAll();
        change.setText(refused.getMessage());
    }
}
