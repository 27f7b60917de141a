package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.duties.Duty;
import app.candor.incident.Incident;
import app.candor.incident.customers.Ticket;
import app.candor.incident.customers.Tickets;
import app.candor.incident.customers.Tickets.Answer;
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
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers' tickets; everybody who asked is owed two answers. */
@Route("incidents/:key/tickets")
@PermitAll
class TicketsView extends RecordPage {
    private final Tickets tickets;

    TicketsView(RoomDesk desk, Tickets tickets) {
        super(
                desk,
                "Tickets and requestors",
                "Everybody who asked hears that it is handled as critical, and that it is resolved."
                        + " The incident stays open until both are done.",
                "tickets");
        this.tickets = tickets;
    }

    @Override
    Component[] parts(Incident incident) {
        var all = tickets.of(incident.id());
        var parts = new ArrayList<Component>();
        all.stream()
                .filter(ticket -> ticket.mergedInto() == null)
                .forEach(ticket -> parts.add(panel(incident, ticket, all)));
        if (parts.isEmpty()) {
            parts.add(
                    Panel.untitled(
                            "Tickets",
                            new EmptyState(
                                    Glyph.TICKET,
                                    "No ticket is linked",
                                    "Link one, and nobody who asked is forgotten.")));
        }
        if (desk().may(Act.LINK_TICKET, incident) && !incident.stage().isOver()) {
            var add =
                    new Div(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Link ticket", () -> link(incident, null))));
            parts.add(0, add);
        }
        return parts.toArray(Component[]::new);
    }

    private Panel panel(Incident incident, Ticket ticket, List<Ticket> all) {
        var panel = new Panel(ticket.reference()).note(ticket.customer());
        var url = ticket.url();
        if (url != null) {
            var open = new Anchor(url, "Open ticket");
            open.setTarget(AnchorTarget.BLANK);
            open.getElement().setAttribute("rel", "noopener noreferrer");
            panel.action(open);
        }
        if (desk().may(Act.LINK_TICKET, incident) && !incident.stage().isOver()) {
            panel.action(
                    Buttons.small(
                            named(
                                    Buttons.tertiary("Add person", () -> link(incident, ticket)),
                                    "Add a person to " + ticket.reference())));
            if (all.size() > 1) {
                panel.action(
                        Buttons.small(
                                named(
                                        Buttons.tertiary("Merge", () -> merge(ticket, all)),
                                        "Merge " + ticket.reference())));
            }
        }
        rows(incident, panel, ticket);
        all.stream()
                .filter(one -> ticket.reference().equals(one.mergedInto()))
                .forEach(merged -> rows(incident, panel, merged));
        return panel;
    }

    private void rows(Incident incident, Panel panel, Ticket ticket) {
        for (var requestor : ticket.requestors()) {
            var name = new Span(requestor.name());
            name.addClassName("row-title");
            var from = ticket.mergedInto() == null ? "" : "from " + ticket.reference();
            var contact = requestor.contact();
            panel.add(
                    new ListRow(
                            new Icon(Glyph.AT),
                            name,
                            contact + (contact.isEmpty() || from.isEmpty() ? "" : " · ") + from,
                            answer(incident, ticket, requestor, Answer.CRITICAL),
                            answer(incident, ticket, requestor, Answer.RESOLVED)));
        }
    }

    private Component answer(
            Incident incident, Ticket ticket, Ticket.Requestor requestor, Answer answer) {
        var duty = tickets.duty(ticket, requestor, answer);
        if (duty == null) {
            return new Span();
        }
        return switch (duty.state()) {
            case Duty.State.Done done ->
                    new Badge(
                            Tone.OK,
                            Glyph.CHECK,
                            "Told " + answer.phrase() + ", " + Times.near(done.at(), desk().now()));
            case Duty.State.SetAside aside -> new Badge(Tone.OUTLINE, Glyph.DASH, "Set aside");
            case Duty.State.Open open -> open(incident, ticket, requestor, answer, duty);
            case Duty.State.AsideProposed asked -> open(incident, ticket, requestor, answer, duty);
        };
    }

    private Component open(
            Incident incident,
            Ticket ticket,
            Ticket.Requestor requestor,
            Answer answer,
            Duty duty) {
        var can =
                desk().may(Act.TELL_ACCOUNTS, incident)
                        && (answer == Answer.CRITICAL || incident.stage().isBehind());
        if (can) {
            return Buttons.small(
                    named(
                            Buttons.secondary(
                                    "Told: " + answer.phrase(),
                                    () -> {
                                        tickets.answered(ticket.id(), requestor.id(), answer);
                                        Toast.show(requestor.name() + " is recorded as told");
                                    }),
                            requestor.name() + " was told that it is " + answer.phrase()));
        }
        var due = duty.due();
        var late = due != null && due.isBefore(desk().now());
        var time = due == null ? "" : late ? ", late" : " by " + Times.near(due, desk().now());
        return new Badge(
                late ? Tone.BAD : Tone.OUTLINE,
                late ? Glyph.WARNING : Glyph.GAP,
                "Owed: " + answer.phrase() + time);
    }

    private void link(Incident incident, @Nullable Ticket to) {
        var reference = field("Ticket number");
        var url = field("Address, if it has one");
        var customer = field("Customer");
        var person = field("Who asked");
        var contact = field("Their e-mail address or number");
        if (to != null) {
            reference.setValue(to.reference());
            reference.setReadOnly(true);
            customer.setValue(to.customer());
            customer.setReadOnly(true);
        }
        new Form(
                        to == null ? "Link a ticket" : "Who else asked in " + to.reference() + "?",
                        to == null
                                ? new Component[] {reference, url, customer, person, contact}
                                : new Component[] {reference, person, contact})
                .answer(
                        to == null ? "Link ticket" : "Add person",
                        () -> {
                            tickets.link(
                                    incident.id(),
                                    reference.getValue(),
                                    url.getValue(),
                                    customer.getValue(),
                                    person.getValue(),
                                    contact.getValue());
                            Toast.show(person.getValue() + " is owed two answers");
                        })
                .open();
    }

    private void merge(Ticket ticket, List<Ticket> all) {
        var into = new Select<Ticket>();
        into.setLabel("It becomes part of");
        into.setItems(
                all.stream()
                        .filter(one -> one.mergedInto() == null && !one.id().equals(ticket.id()))
                        .toList());
        into.setItemLabelGenerator(one -> one.reference() + ", " + one.customer());
        into.setHelperText("Everybody who asked in either stays on the list.");
        into.setWidthFull();
        new Form("Merge " + ticket.reference(), into)
                .answer(
                        "Merge ticket",
                        () -> {
                            if (into.getValue() == null) {
                                throw new Refused("Choose a ticket.");
                            }
                            tickets.merge(ticket.id(), into.getValue().id());
                            Toast.show(
                                    ticket.reference()
                                            + " is part of "
                                            + into.getValue().reference());
                        })
                .open();
    }

    private static com.vaadin.flow.component.button.Button named(
            com.vaadin.flow.component.button.Button button, String label) {
        button.setAriaLabel(label);
        return button;
    }

    private static TextField field(String label) {
        var field = new TextField(label);
        field.setMaxLength(2_000);
        field.setWidthFull();
        return field;
    }
}
