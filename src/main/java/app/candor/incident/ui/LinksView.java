package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.record.IncidentLink;
import app.candor.incident.record.LinkKind;
import app.candor.incident.record.Links;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where else the incident is worked on. */
@Route("incidents/:key/links")
@PermitAll
class LinksView extends RecordPage {
    private final Links links;

    LinksView(RoomDesk desk, Links links) {
        super(
                desk,
                "Links",
                "The call to join, the channel, dashboards and tickets. A linked call ticks its"
                        + " playbook step.",
                "links");
        this.links = links;
    }

    @Override
    Component[] parts(Incident incident) {
        var panel = new Panel("Links");
        if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Add link", () -> ask(incident)))));
        }
        var all = links.of(incident.id());
        all.forEach(link -> panel.add(row(incident, link)));
        if (all.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.LINK,
                            "Nothing is linked",
                            "Where do people talk, and which chart shows it?"));
        }
        return new Component[] {panel};
    }

    private Component row(Incident incident, IncidentLink link) {
        var anchor = new Anchor(link.url(), link.label());
        anchor.setTarget(AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        anchor.addClassName("row-title");
        var line =
                link.kind().label()
                        + " · "
                        + desk().nameOf(link.by())
                        + ", "
                        + Times.near(link.at(), desk().now());
        return desk().may(Act.WRITE_DOCUMENT, incident)
                ? new ListRow(
                        new Icon(glyph(link.kind())),
                        anchor,
                        line,
                        Buttons.small(
                                Buttons.icon(
                                        Glyph.CLOSE,
                                        "Remove link: " + link.label(),
                                        () -> remove(incident, link))))
                : new ListRow(new Icon(glyph(link.kind())), anchor, line);
    }

    private static Glyph glyph(LinkKind kind) {
        return switch (kind) {
            case TICKET -> Glyph.TICKET;
            case CALL -> Glyph.PHONE;
            case CHANNEL -> Glyph.AT;
            case DASHBOARD -> Glyph.DESKTOP;
            case OTHER -> Glyph.LINK;
        };
    }

    private void remove(Incident incident, IncidentLink link) {
        links.remove(incident.id(), link.id());
        Toast.show("The link is removed");
    }

    private void ask(Incident incident) {
        var kind = new Select<LinkKind>();
        kind.setLabel("What is it");
        kind.setItems(LinkKind.values());
        kind.setItemLabelGenerator(LinkKind::label);
        kind.setValue(LinkKind.CALL);
        var address = new TextField("Address");
        address.setPlaceholder("https://");
        address.setWidthFull();
        var label = new TextField("Name, if the address says too little");
        label.setMaxLength(120);
        label.setWidthFull();
        new Form("Add a link", kind, address, label)
                .answer(
                        "Add link",
                        () -> {
                            links.add(
                                    incident.id(),
                                    kind.getValue(),
                                    label.getValue(),
                                    address.getValue());
                            Toast.show("The link is added");
                        })
                .open();
    }
}
