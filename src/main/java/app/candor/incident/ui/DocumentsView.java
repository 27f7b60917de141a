package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All texts of an incident, and the kinds that can be begun. */
@Route("incidents/:key/documents")
@PermitAll
class DocumentsView extends RecordPage {
    DocumentsView(RoomDesk desk) {
        super(
                desk,
                "Documents",
                "What the team writes together. Each kind begins from a template with the sections"
                        + " it needs.",
                "documents");
    }

    @Override
    Component[] parts(Incident incident) {
        var panels = new ArrayList<Component>();
        var written = new Panel("Documents of " + incident.key());
        desk().documents().of(incident.id()).forEach(one -> written.add(row(incident, one)));
        panels.add(written);
        if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            panels.add(beginnings(incident));
        }
        return panels.toArray(Component[]::new);
    }

    private ListRow row(Incident incident, IncidentDocument document) {
        var link = new Anchor(document.path(incident), "Open");
        link.getElement().setAttribute("aria-label", "Open " + document.title());
        return new ListRow(
                new Icon(Glyph.DOCUMENT),
                document.title(),
                desk().nameOf(document.begunBy())
                        + " began it, "
                        + Times.near(document.at(), desk().now()),
                link);
    }

    private Panel beginnings(Incident incident) {
        var panel = new Panel("New document");
        List<Template> templates = desk().documents().beginnings(incident);
        for (var template : templates) {
            panel.add(
                    new ListRow(
                            new Icon(Glyph.PLUS),
                            template.name(),
                            template.purpose(),
                            Buttons.small(
                                    Buttons.secondary(
                                            "Begin "
                                                    + template.name()
                                                            .toLowerCase(java.util.Locale.UK),
                                            () -> ask(incident, template)))));
        }
        return panel;
    }

    private void ask(Incident incident, Template template) {
        var title = new TextField("What it is called");
        title.setValue(template.name());
        title.setMaxLength(120);
        title.setWidthFull();
        // Chosen once for each question, so that a second click begins no second document.
        var name = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var kind = template.name().toLowerCase(java.util.Locale.UK);
        new Form("Begin " + kind, title)
                .answer(
                        "Begin " + kind,
                        () -> {
                            var begun =
                                    desk().documents()
                                            .begin(
                                                    incident.id(),
                                                    template.kind(),
                                                    name,
                                                    title.getValue());
                            getUI().ifPresent(ui -> ui.navigate(begun.path(incident)));
                        })
                .open();
    }
}
