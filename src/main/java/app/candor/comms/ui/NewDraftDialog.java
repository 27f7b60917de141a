package app.candor.comms.ui;

import app.candor.comms.DraftKind;
import app.candor.comms.NewDraft;
import app.candor.incident.Incident;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Arrays;

/** Chooses what is going to be written. */
class NewDraftDialog extends Dialog {

    NewDraftDialog(CommsDesk desk, Incident incident) {
        setHeaderTitle("Begin a draft");
        var kind = new RadioButtonGroup<DraftKind>("Kind");
        kind.setItems(
                Arrays.stream(DraftKind.values())
                        .filter(one -> one != DraftKind.FAQ_ANSWER)
                        .toList());
        kind.setItemLabelGenerator(one -> one.label() + " to " + one.usualAudience().label());
        kind.addThemeName("vertical");
        kind.setValue(DraftKind.CUSTOMER_EMAIL);
        var note =
                new Paragraph(
                        "It begins with the sections of its kind and the facts they show. The"
                                + " audience can be changed.");
        note.addClassNames("s", "t2");
        add(new VerticalLayout(kind, note));
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                "Begin draft",
                                () -> {
                                    var draft =
                                            desk.drafts()
                                                    .begin(
                                                            NewDraft.of(
                                                                    kind.getValue(),
                                                                    incident.id()));
                                    close();
                                    desk.go(DraftWords.path(draft, incident.key()));
                                }));
    }
}
