package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Drafts of all incidents that the reader may see, newest first. */
@Route("comms")
@PageTitle("Comms · Candor")
@Menu(order = 40, title = "Comms", icon = "pencil")
@StyleSheet("context://assets/comms.css")
@PermitAll
class CommsListView extends Page {
    private static final int LOOKED_THROUGH = 200;

    CommsListView(CommsDesk desk) {
        var wordings = new Anchor("comms/first-notices", "Pre-approved wordings");
        wordings.addClassName("button");
        add(new PageHeader("Comms", "Drafts of all incidents, newest first", wordings));
        var panel = Panel.untitled("Drafts");
        var drafts =
                desk.drafts().latest(LOOKED_THROUGH).stream()
                        .filter(draft ->
                                draft.kind() != DraftKind.FAQ_ANSWER && draft.standing() == null)
                        .toList();
        if (drafts.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.PENCIL, "No drafts yet", "They begin in an incident's room."));
        }
        drafts.forEach(draft -> panel.add(row(desk, draft)));
        add(panel);
    }

    private static DraftRow row(CommsDesk desk, Draft draft) {
        var incident = draft.incident();
        var key = incident == null ? "" : desk.incidents().get(incident).key();
        return new DraftRow(desk, draft, DraftWords.path(draft, key), key);
    }
}
