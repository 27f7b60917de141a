package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.PolicyVersion;
import app.candor.uikit.Buttons;
import app.candor.uikit.DiffText;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** The text of the policy to edit, with what changes shown below before it is proposed. */
class ProposalDialog extends Dialog {

    /**
     * @param propose gets the new text; a {@link Refused} of it shows below the field
     */
    ProposalDialog(PolicyVersion active, Consumer<String> propose) {
        setHeaderTitle("Propose a change to version " + active.number());
        setWidth("760px");
        var text = new TextArea("Policy");
        text.setValue(active.json());
        text.setWidthFull();
        text.setMaxHeight("45vh");
        text.addClassName("mono");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        var change = new Div(new DiffText().same("Nothing is changed yet."));
        change.addClassNames("mono", "dialog-diff");
        text.addValueChangeListener(changed -> {
            change.removeAll();
            change.add(LineDiff.of(active.json(), changed.getValue()));
            text.setInvalid(false);
        });
        var body = new Div(text, change);
        body.addClassName("stack-l");
        add(body);
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                "Propose change",
                                () -> {
                                    try {
                                        propose.accept(text.getValue());
                                        close();
                                    } catch (Refused refused) {
                                        text.setErrorMessage(refused.getMessage());
                                        text.setInvalid(true);
                                    }
                                }));
    }
}
