package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.comms.Seen;
import app.candor.policy.GatePolicy.Gate;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;

/** Back to the writers, with the reason. */
class SendBackDialog extends Dialog {

    SendBackDialog(CommsDesk desk, Draft draft, Gate gate, Seen seen) {
        setHeaderTitle("Send version " + seen.number() + " back");
        var reason = new TextArea("What has to change");
        reason.setWidthFull();
        reason.setMaxLength(1_000);
        reason.focus();
        var content = new VerticalLayout(reason);
        var cost = DraftWords.cost(draft);
        if (!cost.isEmpty()) {
            var note = new Paragraph(cost + ". The text opens for typing.");
            note.addClassNames("s", "t2");
            content.add(note);
        }
        add(content);
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.with(
                                Glyph.SEND_BACK,
                                Buttons.primary(
                                        "Send back",
                                        () -> {
                                            desk.signing()
                                                    .sendBack(
                                                            draft.id(),
                                                            gate.key(),
                                                            seen,
                                                            reason.getValue());
                                            close();
                                            Toast.show("Sent back. The writers were told why");
                                        })));
    }
}
