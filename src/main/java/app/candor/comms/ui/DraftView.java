package app.candor.comms.ui;

import app.candor.access.NotFound;
import app.candor.coedit.ui.MarginPanel;
import app.candor.coedit.ui.VisitLine;
import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.Review;
import app.candor.incident.Incident;
import app.candor.uikit.Banner;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Panel;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.Tone;
import app.candor.uikit.UtcNow;
import app.candor.uikit.Workspace;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One draft: what is in its bundle, its text, and who has to sign it. Below an incident, or alone
 * where it belongs to none.
 */
@Route("incidents/:key/comms/:draft")
@RouteAlias("comms/:draft")
@StyleSheet("context://assets/comms.css")
@StyleSheet("context://assets/voice.css")
@StyleSheet("context://assets/sign-off.css")
@PermitAll
class DraftView extends Div implements BeforeEnterObserver, HasDynamicTitle, Workspace {
    private final CommsDesk desk;
    private String title = "Draft";

    DraftView(CommsDesk desk) {
        this.desk = desk;
        addClassName("draft-page");
    }

    /** What is redrawn, of one draft: the view outlives it when somebody goes on to another. */
    private record Places(Div head, Div bundle, Div gates, DraftSheet sheet) {}

    @Override
    public String getPageTitle() {
        return title + " · Candor";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var incident = parameters.get("key").map(desk.incidents()::byKey).orElse(null);
        var draft = desk.drafts().get(parameters.get("draft").orElseThrow(NotFound::new));
        if (!Objects.equals(draft.incident(), incident == null ? null : incident.id())) {
            throw new NotFound();
        }
        title = incident == null ? draft.title() : draft.title() + " · " + incident.key();
        removeAll();
        var sheet = new DraftSheet(desk, draft);
        var margin =
                new Panel(
                        "Comments and suggestions",
                        new MarginPanel(desk.margin(), draft.textId(), sheet.editor()),
                        new VisitLine(
                                desk.versions(),
                                draft.textId(),
                                DraftWords.path(draft, incident == null ? "" : incident.key()),
                                sheet.editor()));
        margin.addClassName("draft-margin");
        var places = new Places(new Div(), new Div(), new Div(), sheet);
        places.head().addClassName("draft-head");
        var side = new Div(places.gates(), margin);
        side.addClassName("draft-side");
        var columns = new Div(places.bundle(), sheet, side);
        columns.addClassName("draft-columns");
        var frame = new Div(places.head(), columns);
        frame.addClassName("draft-frame");
        desk.pages()
                .watch(frame, "draft:" + draft.id(), () -> redraw(draft.id(), incident, places));
        if (incident != null) {
            desk.pages()
                    .watch(
                            frame,
                            "incident:" + incident.id(),
                            () -> redraw(draft.id(), incident, places));
        }
        draw(draft, incident, places);
        add(frame);
    }

    private void redraw(String id, @Nullable Incident incident, Places places) {
        try {
            draw(
                    desk.drafts().get(id),
                    incident == null ? null : desk.incidents().get(incident.id()),
                    places);
        } catch (NotFound taken) {
            // Access went: the page asks again and meets what everybody else meets.
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }

    private void draw(Draft draft, @Nullable Incident incident, Places places) {
        var reading = desk.readings().of(draft);
        places.head().removeAll();
        places.head().add(head(draft, incident));
        places.bundle().removeAll();
        places.bundle().add(new BundlePanel(desk, draft, reading));
        places.gates().removeAll();
        places.gates().add(new AfterRelease(desk, draft), new GatesPanel(desk, draft));
        places.sheet().show(draft, reading);
    }

    private Header head(Draft draft, @Nullable Incident incident) {
        var crumbs = crumbs(draft, incident);
        crumbs.add(grow(), UtcNow.brief(desk.clock().instant()));
        var line =
                new Div(
                        new H1(draft.title()),
                        DraftWords.badge(desk, draft),
                        grow(),
                        new DraftActions(desk, draft));
        if (incident != null) {
            line.addComponentAtIndex(2, new SeverityBadge(incident.severity()));
        }
        line.addClassNames("row", "wrap");
        var header = new Header(crumbs, line);
        banner(draft, header);
        return header;
    }

    private static Div crumbs(Draft draft, @Nullable Incident incident) {
        var crumbs = new Div();
        crumbs.addClassNames("row", "s", "t3");
        if (incident == null) {
            crumbs.add(
                    draft.standing() == null
                            ? new Anchor("faq", "FAQ library")
                            : new Anchor("comms/first-notices", "Pre-approved wordings"));
        } else {
            crumbs.add(
                    new Anchor(incident.path(), incident.key()),
                    new Icon(Glyph.ARROW_RIGHT).small(),
                    new Anchor(incident.path() + "/comms", "Comms"));
        }
        return crumbs;
    }

    private static void banner(Draft draft, Header header) {
        if (draft.state() instanceof DraftState.Editing(var sentBack) && sentBack != null) {
            header.add(
                    new Banner(
                            Tone.WARN,
                            "%s sent version %d back.".formatted(sentBack.by(), sentBack.number()),
                            sentBack.reason()));
        }
        draft.review()
                .map(Review::voided)
                .ifPresent(voided ->
                        header.add(
                                new Banner(
                                        Tone.WARN,
                                        voided.cause() + ".",
                                        "Nothing can be signed or released until it is"
                                                + " submitted again.")));
    }

    private static Span grow() {
        var space = new Span();
        space.addClassName("grow");
        return space;
    }
}
