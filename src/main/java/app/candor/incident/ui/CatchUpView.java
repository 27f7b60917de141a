package app.candor.incident.ui;

import app.candor.coedit.ui.CatchUpPanel;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;

/** What changed in the document and what happened in the incident since the reader left. */
@Route("incidents/:key/documents/:document/catch-up")
@PermitAll
class CatchUpView extends VersionPage {
    CatchUpView(RoomDesk desk) {
        super(desk, "Catch me up");
    }

    @Override
    Component body(Incident incident, IncidentDocument document) {
        var changes =
                new CatchUpPanel(
                        desk().versions(),
                        document.id(),
                        path(incident, document),
                        facts(incident));
        var both = new Div(changes);
        both.addClassName("stack-l");
        changes.since().ifPresent(since -> both.add(meanwhile(incident, since)));
        return both;
    }

    private Panel meanwhile(Incident incident, Instant since) {
        var panel = new Panel("What happened meanwhile").note("UTC, oldest first");
        var entries =
                desk().timeline().of(incident.id()).stream()
                        .filter(entry -> entry.at().isAfter(since))
                        .toList();
        if (entries.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.CLOCK, "Nothing", "The timeline has no entry since then."));
        }
        for (var entry : entries) {
            panel.add(
                    new ListRow(
                            UtcTime.bare(entry.at()),
                            entry.what(),
                            desk().nameOf(entry.actor())
                                    + ", "
                                    + Times.near(entry.at(), desk().now())));
        }
        return panel;
    }
}
