package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.IncidentRole;
import app.candor.incident.customers.Complaint;
import app.candor.incident.customers.Complaints;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;

/** Complaints about the incident, and who has to answer them by when. */
@Route("incidents/:key/complaints")
@PermitAll
class ComplaintsView extends RecordPage {
    private final Complaints complaints;

    ComplaintsView(RoomDesk desk, Complaints complaints) {
        super(
                desk,
                "Complaints",
                "A complaint goes to the executive sponsor, and holds the incident open until it is"
                        + " answered.",
                "complaints");
        this.complaints = complaints;
    }

    @Override
    Component[] parts(Incident incident) {
        var sponsor = incident.roles().get(IncidentRole.EXECUTIVE_SPONSOR);
        var panel =
                new Panel("Complaints")
                        .note(
                                sponsor == null
                                        ? "no executive sponsor yet: senior leadership answers"
                                        : "answered by " + desk().nameOf(sponsor));
        if (desk().may(Act.LOG_COMPLAINT, incident) && !incident.stage().isOver()) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Log complaint", () -> log(incident)))));
        }
        var all = complaints.of(incident.id());
        all.forEach(complaint -> panel.add(row(complaint)));
        if (all.isEmpty()) {
            panel.add(new EmptyState(Glyph.FLAG, "No complaint is logged", ""));
        }
        return new Component[] {panel};
    }

    private Component row(Complaint complaint) {
        var who = new Span(complaint.customer());
        who.addClassName("row-title");
        var what = new Div(complaint.what());
        what.addClassName("prewrap");
        var words = new Div(who, what);
        var answer = complaint.answer();
        var line =
                "Logged by "
                        + desk().nameOf(complaint.loggedBy())
                        + ", "
                        + Times.near(complaint.loggedAt(), desk().now());
        if (answer != null) {
            var said =
                    new Div(
                            "Answered by "
                                    + desk().nameOf(answer.by())
                                    + ", "
                                    + Times.near(answer.at(), desk().now())
                                    + ": "
                                    + answer.words());
            said.addClassNames("s", "prewrap");
            words.add(said);
        }
        return new ListRow(
                answer == null ? new Icon(Glyph.GAP, "Open") : new Icon(Glyph.CHECK, "Answered"),
                words,
                line,
                trail(complaint));
    }

    private Component[] trail(Complaint complaint) {
        var trail = new ArrayList<Component>();
        if (complaint.answer() == null) {
            var late = complaint.due().isBefore(desk().now());
            trail.add(
                    new Badge(
                            late ? Tone.BAD : Tone.WARN,
                            late ? Glyph.WARNING : Glyph.HOURGLASS,
                            late
                                    ? Times.left(complaint.due(), desk().now())
                                    : "by " + Times.near(complaint.due(), desk().now())));
            if (complaints.mayAnswer(complaint, desk().me())) {
                var answer = Buttons.secondary("Answer", () -> answer(complaint));
                answer.setAriaLabel("Answer the complaint of " + complaint.customer());
                trail.add(Buttons.small(answer));
            }
        }
        return trail.toArray(Component[]::new);
    }

    private void log(Incident incident) {
        var customer = new TextField("Who complains");
        customer.setMaxLength(200);
        customer.setWidthFull();
        var what = area("What about");
        new Form("Log a complaint", customer, what)
                .answer(
                        "Log complaint",
                        () -> {
                            var logged =
                                    complaints.log(
                                            incident.id(), customer.getValue(), what.getValue());
                            Toast.show(
                                    "It has to be answered by "
                                            + Times.near(logged.due(), desk().now()));
                        })
                .open();
    }

    private void answer(Complaint complaint) {
        var words = area("What they were told");
        new Form("Answer the complaint of " + complaint.customer(), words)
                .answer(
                        "Record answer",
                        () -> {
                            complaints.answer(complaint.id(), words.getValue());
                            Toast.show("The complaint is answered");
                        })
                .open();
    }

    private static TextArea area(String label) {
        var area = new TextArea(label);
        area.setMaxLength(2_000);
        area.setWidthFull();
        return area;
    }
}
