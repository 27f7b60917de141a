package app.candor.incident.ui;

import app.candor.access.Refused;
import app.candor.incident.Incident;
import app.candor.incident.IncidentRole;
import app.candor.incident.Membership;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** What is asked about an incident as a whole: is it another one, does it go on, who goes on. */
final class MoreQuestions {
    private MoreQuestions() {}

    static void merge(RoomDesk desk, Incident incident) {
        var key = new TextField("Key of the other incident");
        key.setPlaceholder("INC-K7Q4");
        var line =
                new Paragraph(
                        "Its tickets, tasks and all that is owed go on there. "
                                + incident.key()
                                + " stays readable as a duplicate.");
        line.addClassNames("s", "t2");
        new Form("Merge " + incident.key() + " into another incident", key, line)
                .answer(
                        "Merge incident",
                        () -> {
                            try {
                                desk.incidents().merge(incident.id(), key.getValue());
                            } catch (app.candor.access.NotFound none) {
                                throw new Refused("There is no incident of that key.");
                            }
                            Toast.show(incident.key() + " is merged");
                        })
                .open();
    }

    static void reopen(RoomDesk desk, Incident incident) {
        var reason = new TextArea("Why does it go on?");
        reason.setMaxLength(500);
        reason.setWidthFull();
        new Form("Reopen " + incident.key(), reason)
                .answer(
                        "Reopen incident",
                        () -> {
                            desk.incidents().reopen(incident.id(), reason.getValue());
                            Toast.show(incident.key() + " is open again");
                        })
                .open();
    }

    static void handOver(
            RoomDesk desk, Membership membership, Incident incident, IncidentRole role) {
        var name = role.label().toLowerCase(Locale.UK);
        var to = Questions.people(desk.people().all(), "Who goes on");
        var note = new TextArea("Where things stand");
        note.setHelperText(
                "What is done, what waits, what worries you. It goes into the timeline.");
        note.setMaxLength(500);
        note.setWidthFull();
        new Form("Hand over as " + name, to, note)
                .answer(
                        "Hand over",
                        () -> {
                            if (to.getValue() == null) {
                                throw new Refused("Choose a person.");
                            }
                            membership.handOver(
                                    incident.id(), role, to.getValue().id(), note.getValue());
                            Toast.show(to.getValue().name() + " is " + name + " now");
                        })
                .open();
    }

    static void breakGlass(RoomDesk desk, Membership membership) {
        var key = new TextField("Key of the incident");
        key.setPlaceholder("INC-K7Q4");
        var reason = new TextArea("Why must you see it?");
        reason.setMaxLength(500);
        reason.setWidthFull();
        var line =
                new Paragraph(
                        "Every member is told at once, with your name and reason, and the audit log"
                                + " keeps it.");
        line.addClassNames("s", "t2");
        var form = new Form("Open a restricted incident by break-glass", key, reason, line);
        form.answer(
                        "Break glass",
                        () -> {
                            var incident = membership.breakGlass(key.getValue(), reason.getValue());
                            form.getUI().ifPresent(ui -> ui.navigate(incident.path()));
                        })
                .open();
    }
}
