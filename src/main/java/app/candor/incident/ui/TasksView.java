package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Role;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incident;
import app.candor.incident.record.Tasks;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** What is owed in this incident: tasks, and whatever else holds it open. */
@Route("incidents/:key/tasks")
@PermitAll
class TasksView extends RecordPage {
    private static final int SETTLED_SHOWN = 50;

    private final Tasks tasks;
    private final Duties duties;

    TasksView(RoomDesk desk, Tasks tasks, Duties duties) {
        super(
                desk,
                "Tasks",
                "Who owes what by when. What holds the incident open can be passed on, or set aside"
                        + " by two people.",
                "tasks");
        this.tasks = tasks;
        this.duties = duties;
    }

    @Override
    Component[] parts(Incident incident) {
        var all = tasks.of(incident.id());
        var holding = all.stream().filter(duty -> duty.isOpen() && duty.blocking()).toList();
        var open = all.stream().filter(duty -> duty.isOpen() && !duty.blocking()).toList();
        var settled = all.stream().filter(duty -> !duty.isOpen()).toList();
        var parts = new ArrayList<Component>();
        if (!holding.isEmpty()) {
            parts.add(
                    rows(incident, new Panel("Holds the incident open"), holding)
                            .note(Integer.toString(holding.size())));
        }
        parts.add(open(incident, open));
        if (!settled.isEmpty()) {
            var shown = settled.stream().limit(SETTLED_SHOWN).toList();
            var panel = rows(incident, new Panel("Settled"), shown);
            parts.add(
                    panel.note(
                            settled.size() > shown.size()
                                    ? shown.size() + " of " + settled.size()
                                    : Integer.toString(settled.size())));
        }
        return parts.toArray(Component[]::new);
    }

    private Panel open(Incident incident, List<Duty> open) {
        var panel = rows(incident, new Panel("Open"), open);
        if (open.isEmpty()) {
            panel.add(new EmptyState(Glyph.CHECKLIST, "Nothing else is open", ""));
        }
        if (desk().may(Act.WRITE_DOCUMENT, incident) && !incident.stage().isOver()) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Add task", () -> ask(incident)))));
        }
        return panel;
    }

    private Panel rows(Incident incident, Panel panel, List<Duty> shown) {
        var row = new DutyRow(desk(), duties, incident);
        shown.forEach(duty -> panel.add(row.of(duty)));
        return panel;
    }

    private void ask(Incident incident) {
        var title = new TextField("What has to be done");
        title.setMaxLength(200);
        title.setWidthFull();
        var owner = Questions.people(desk().people().all(), "Who");
        var role = new Select<Role>();
        role.setLabel("Or anybody of a role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> one == null ? "" : one.label());
        role.setEmptySelectionAllowed(true);
        var due = Form.moment("Due (UTC), if it has a time", null);
        var blocking = new Checkbox("The incident stays open until it is done");
        new Form("Add a task", title, owner, role, due, blocking)
                .answer(
                        "Add task",
                        () -> {
                            tasks.add(
                                    incident.id(),
                                    title.getValue(),
                                    owner.getValue() == null ? null : owner.getValue().id(),
                                    role.getValue(),
                                    Form.instant(due),
                                    blocking.getValue());
                            Toast.show("The task is on the list");
                        })
                .open();
    }
}
