package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.comms.Recipient;
import app.candor.uikit.Buttons;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;

/** Proposes further accounts for a released text. */
class ExtendDialog extends Dialog {

    ExtendDialog(CommsDesk desk, Draft draft) {
        setHeaderTitle("Send to more accounts");
        setWidth("min(520px, 94vw)");
        var accounts = new MultiSelectComboBox<Recipient>("Accounts that did not get it");
        var candidates = desk.extensions().candidates(draft.id());
        accounts.setItems(candidates);
        accounts.setItemLabelGenerator(Recipient::name);
        accounts.setWidthFull();
        var reason = new TextArea("Why they get it now");
        reason.setWidthFull();
        reason.setMaxLength(500);
        var note =
                new Paragraph(
                        candidates.isEmpty()
                                ? "Every affected account has it or is about to get it. Import"
                                        + " further accounts in the incident's room first."
                                : "They get the text exactly as it was released, once somebody with"
                                        + " authority signs.");
        note.addClassNames("s", "t2");
        add(
                candidates.isEmpty()
                        ? new VerticalLayout(note)
                        : new VerticalLayout(accounts, reason, note));
        getFooter().add(Buttons.tertiary("Cancel", this::close));
        if (candidates.isEmpty()) {
            return;
        }
        getFooter()
                .add(
                        Buttons.primary(
                                "Propose accounts",
                                () -> {
                                    desk.extensions()
                                            .propose(
                                                    draft.id(),
                                                    accounts.getValue().stream()
                                                            .map(Recipient::account)
                                                            .toList(),
                                                    reason.getValue());
                                    close();
                                    Toast.show("Proposed. Those with authority were asked");
                                }));
    }
}
