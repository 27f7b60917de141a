package app.candor.comms.ui;

import app.candor.access.NotFound;
import app.candor.comms.Draft;
import app.candor.uikit.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParameters;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A page about the versions of one draft's text. */
abstract class DraftVersionPage extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final CommsDesk desk;
    private final String what;
    private String title = "Draft";
    private RouteParameters parameters = RouteParameters.empty();

    DraftVersionPage(CommsDesk desk, String what) {
        this.desk = desk;
        this.what = what;
    }

    /** The page below its heading. */
    abstract Component body(Draft draft, String path);

    CommsDesk desk() {
        return desk;
    }

    @Override
    public String getPageTitle() {
        return what + " · " + title + " · Candor";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        parameters = event.getRouteParameters();
        var incident = parameters.get("key").map(desk.incidents()::byKey).orElse(null);
        var draft = desk.drafts().get(parameters.get("draft").orElseThrow(NotFound::new));
        if (!Objects.equals(draft.incident(), incident == null ? null : incident.id())) {
            throw new NotFound();
        }
        title = draft.title();
        var path = DraftWords.path(draft, incident == null ? "" : incident.key());
        removeAll();
        var head =
                new Div(new H1(what + ": " + draft.title()), new Anchor(path, "Back to the draft"));
        add(head, body(draft, path));
    }

    long number(String parameter) {
        try {
            return Long.parseLong(parameters.get(parameter).orElseThrow(NotFound::new));
        } catch (NumberFormatException none) {
            throw new NotFound();
        }
    }

    UnaryOperator<String> facts(Draft draft) {
        var values = new HashMap<String, String>();
        var incident = draft.incident();
        if (incident != null) {
            desk.facts()
                    .ledger(incident)
                    .forEach(fact ->
                            values.put(
                                    fact.key(),
                                    fact.unknown()
                                            ? fact.label() + " not yet known"
                                            : fact.value()));
        }
        return key -> values.getOrDefault(key, key);
    }
}
