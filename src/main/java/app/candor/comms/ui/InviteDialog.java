package app.candor.comms.ui;

import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.uikit.Buttons;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;

/** Lets somebody else type into a draft. */
class InviteDialog extends Dialog {

    InviteDialog(CommsDesk desk, Draft draft) {
        setHeaderTitle("Invite a writer");
        var person = new ComboBox<Person>("Person");
        person.setItems(
                desk.people().all().stream()
                        .filter(one -> !draft.invited().contains(one.id()))
                        .toList());
        person.setItemLabelGenerator(one -> one.name() + ", " + one.title());
        person.setWidthFull();
        add(
                new VerticalLayout(
                        person,
                        new Paragraph("Whoever types in this text can no longer sign it.")));
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                "Invite",
                                () -> {
                                    var chosen = person.getValue();
                                    if (chosen == null) {
                                        person.setInvalid(true);
                                        person.setErrorMessage("Choose who may write");
                                        return;
                                    }
                                    desk.drafts().invite(draft.id(), chosen.id());
                                    Toast.show(chosen.name() + " can write now");
                                    close();
                                }));
    }
}
