package app.candor.incident.ui;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.incident.Criteria;
import app.candor.incident.Declaration;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.RawDataLost;
import app.candor.policy.Severity;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;

/** What the room asks before it acts. */
final class Questions {
    private Questions() {}

    static void confirm(RoomDesk desk, Incident incident) {
        var criteria = criteria(desk, incident);
        var yes = new CheckboxGroup<String>("Or is one of these the case?");
        yes.setItems(criteria.questions());
        var reason = new TextArea("If it is no incident: why?");
        reason.setHelperText("The reporter reads this.");
        reason.setWidthFull();
        new Form(
                        "Is " + incident.key() + " an incident?",
                        new H3("Criteria"),
                        new CriteriaList(criteria),
                        yes,
                        reason)
                .otherwise(
                        "Dismiss with reason",
                        () -> {
                            desk.incidents().dismiss(incident.id(), reason.getValue());
                            Toast.show(incident.key() + " is dismissed");
                        })
                .answer(
                        "Confirm incident",
                        () -> {
                            var met = new ArrayList<>(criteria.reasons());
                            met.addAll(yes.getValue());
                            desk.incidents().confirm(incident.id(), met);
                            Toast.show(incident.key() + " is confirmed");
                        })
                .open();
    }

    static void declare(RoomDesk desk, Incident incident) {
        var criteria = criteria(desk, incident);
        var severity = severities();
        severity.setValue(criteria.proposed(false));
        severity.setHelperText(
                "Proposed from the criteria: "
                        + criteria.proposed(false)
                        + ". If unsure, take the higher.");
        var type = types();
        var lost = new RadioButtonGroup<RawDataLost>("Is raw event data lost?");
        lost.setItems(RawDataLost.values());
        lost.setItemLabelGenerator(RawDataLost::label);
        lost.setRequired(true);
        lost.setVisible(false);
        var visibility = new Paragraph();
        visibility.addClassNames("s", "t2");
        Runnable said =
                () -> {
                    var chosen = type.getValue();
                    lost.setVisible(chosen != null && chosen.asksForRawData());
                    visibility.setText(chosen == null ? "" : visible(severity.getValue(), chosen));
                };
        type.addValueChangeListener(changed -> said.run());
        severity.addValueChangeListener(changed -> said.run());
        new Form(
                        "Declare " + incident.key(),
                        new CriteriaList(criteria),
                        severity,
                        type,
                        lost,
                        visibility)
                .answer(
                        "Declare incident",
                        () -> {
                            desk.incidents()
                                    .declare(
                                            incident.id(),
                                            Declaration.of(
                                                    severity.getValue(),
                                                    chosen(type),
                                                    lost.getValue()));
                            Toast.show(incident.key() + " is declared as " + severity.getValue());
                        })
                .open();
    }

    static void severity(RoomDesk desk, Incident incident) {
        var severity = severities();
        severity.setValue(incident.severity());
        var type = types();
        type.setValue(incident.type());
        var reason = new TextArea("Why should the class be lower?");
        reason.setHelperText(
                "Needed only to leave the high class or to take “security” off. Somebody from legal"
                        + " or senior leadership has to agree.");
        reason.setWidthFull();
        new Form("Change severity of " + incident.key(), severity, type, reason)
                .otherwise(
                        "Propose lower class",
                        () -> {
                            desk.incidents()
                                    .proposeLower(
                                            incident.id(),
                                            severity.getValue(),
                                            chosen(type),
                                            reason.getValue());
                            Toast.show("Proposed; it waits for a second person");
                        })
                .answer(
                        "Change severity",
                        () -> {
                            desk.incidents()
                                    .changeSeverity(
                                            incident.id(), severity.getValue(), chosen(type));
                            Toast.show(incident.key() + " is " + severity.getValue());
                        })
                .open();
    }

    static void rename(RoomDesk desk, Incident incident) {
        var title = new TextField("Title");
        title.setValue(incident.title());
        title.setMaxLength(200);
        title.setWidthFull();
        new Form("Rename " + incident.key(), title)
                .answer(
                        "Rename incident",
                        () -> desk.incidents().rename(incident.id(), title.getValue()))
                .open();
    }

    static void grant(RoomDesk desk, Incident incident) {
        var person = people(desk.people().all(), "Who may see this incident?");
        new Form("Grant access to " + incident.key(), person)
                .answer(
                        "Grant access",
                        () -> {
                            var chosen = person.getValue();
                            if (chosen == null) {
                                throw new Refused("Choose a person.");
                            }
                            desk.incidents().grantAccess(incident.id(), chosen.id());
                            Toast.show(chosen.name() + " may see " + incident.key());
                        })
                .open();
    }

    static Criteria criteria(RoomDesk desk, Incident incident) {
        return Criteria.evaluate(desk.policies().criteria(), desk.accounts().counts(incident.id()));
    }

    static ComboBox<Person> people(List<Person> people, String label) {
        var box = new ComboBox<Person>(label);
        box.setItems(people);
        box.setItemLabelGenerator(person ->
                person.title().isEmpty() ? person.name() : person.name() + ", " + person.title());
        box.setWidthFull();
        return box;
    }

    private static RadioButtonGroup<Severity> severities() {
        var severity = new RadioButtonGroup<Severity>("Severity");
        severity.setItems(Severity.values());
        return severity;
    }

    private static RadioButtonGroup<IncidentType> types() {
        var type = new RadioButtonGroup<IncidentType>("Type");
        type.setItems(IncidentType.values());
        type.setItemLabelGenerator(IncidentType::label);
        type.setRequired(true);
        return type;
    }

    private static IncidentType chosen(RadioButtonGroup<IncidentType> type) {
        if (type.getValue() == null) {
            throw new Refused("Choose a type: outage, bug, security or product change.");
        }
        return type.getValue();
    }

    private static String visible(Severity severity, IncidentType type) {
        var visibility = Declaration.visibilityFor(severity, type);
        if (visibility == Visibility.RESTRICTED) {
            return "Restricted: for everybody but you and those who hold a role in it, it will not"
                    + " exist.";
        }
        return visibility == Visibility.DETAILS_RESTRICTED
                ? "Details restricted: staff see that it exists, its stage and who commands;"
                        + " documents and facts are for members."
                : "Open to all staff.";
    }
}
