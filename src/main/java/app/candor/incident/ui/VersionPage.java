package app.candor.incident.ui;

import app.candor.access.NotFound;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import java.util.HashMap;
import java.util.function.UnaryOperator;

/** A page about the versions of one document of an incident. */
abstract class VersionPage extends RoomPage {
    /** What stands in an address for the main document, which has no name. */
    static final String MAIN = "incident";

    private final String what;
    private String name = "";
    private RouteParameters parameters = RouteParameters.empty();

    VersionPage(RoomDesk desk, String what) {
        super(desk);
        this.what = what;
    }

    /** The page below its heading. */
    abstract Component body(Incident incident, IncidentDocument document);

    static String path(Incident incident, IncidentDocument document) {
        return incident.path() + "/documents/" + (document.isMain() ? MAIN : document.name());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        parameters = event.getRouteParameters();
        var named = parameters.get("document").orElseThrow(NotFound::new);
        name = named.equals(MAIN) ? "" : named;
        super.beforeEnter(event);
    }

    @Override
    String title() {
        return what;
    }

    @Override
    String below() {
        return name.isEmpty() ? "" : "documents/" + name;
    }

    @Override
    Component enter(Incident incident) {
        if (!desk().incidents().maySeeDetails(incident)) {
            throw new NotFound();
        }
        var document = desk().documents().named(incident.id(), name);
        var heading = new H2(what + ": " + document.title());
        heading.addClassName("xl");
        var back =
                new Anchor(
                        document.isMain() ? incident.path() : path(incident, document),
                        "Back to the text");
        var page = new Div(new Div(heading, back), body(incident, document));
        page.addClassNames("room-record", "stack-l");
        return page;
    }

    /** Nothing: a version does not change, and what somebody compares stays. */
    @Override
    void redraw(Incident incident) {}

    long number(String parameter) {
        try {
            return Long.parseLong(parameters.get(parameter).orElseThrow(NotFound::new));
        } catch (NumberFormatException none) {
            throw new NotFound();
        }
    }

    UnaryOperator<String> facts(Incident incident) {
        var values = new HashMap<String, String>();
        Tokens.facts(desk(), incident)
                .forEach(fact ->
                        values.put(
                                fact.key(),
                                fact.value().isEmpty()
                                        ? fact.label() + " not yet known"
                                        : fact.value()));
        return key -> values.getOrDefault(key, key);
    }
}
