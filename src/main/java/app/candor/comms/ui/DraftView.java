package app.candor.comms.ui;

import app.candor.access.NotFound;
import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.Review;
import app.candor.incident.Incident;
import app.candor.uikit.Banner;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
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
import jakarta.annotation.security.PermitAll;
import java.util.Objects;

/** One draft: what is in its bundle, its text, and who has to sign it. */
@Route("incidents/:key/comms/:draft")
@StyleSheet("context://assets/comms.css")
@PermitAll
class DraftView extends Div implements BeforeEnterObserver, HasDynamicTitle, Workspace {
    private final CommsDesk desk;
    private final Div head = new Div();
    private final Div bundle = new Div();
    private final Div gates = new Div();
    private String title = "Draft";

    DraftView(CommsDesk desk) {
        this.desk = desk;
        addClassName("draft-page");
        head.addClassName("draft-head");
    }

    @Override
    public String getPageTitle() {
        return title + " · Candor";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var incident = desk.incidents().byKey(parameters.get("key").orElseThrow(NotFound::new));
        var draft = desk.drafts().get(parameters.get("draft").orElseThrow(NotFound::new));
        if (!Objects.equals(draft.incident(), incident.id())) {
            throw new NotFound();
        }
        title = draft.title() + " · " + incident.key();
        removeAll();
        var sheet = new DraftSheet(desk, draft);
        var columns = new Div(bundle, sheet, gates);
        columns.addClassName("draft-columns");
        var frame = new Div(head, columns);
        frame.addClassName("draft-frame");
        desk.pages().watch(frame, "draft:" + draft.id(), () -> redraw(draft.id(), incident, sheet));
        desk.pages()
                .watch(
                        frame,
                        "incident:" + incident.id(),
                        () -> redraw(draft.id(), incident, sheet));
        draw(draft, incident, sheet);
        add(frame);
    }

    private void redraw(String id, Incident incident, DraftSheet sheet) {
        try {
            draw(desk.drafts().get(id), desk.incidents().get(incident.id()), sheet);
        } catch (NotFound taken) {
            // Access went: the page asks again and meets what everybody else meets.
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }

    private void draw(Draft draft, Incident incident, DraftSheet sheet) {
        var reading = desk.readings().of(draft);
        head.removeAll();
        head.add(head(draft, incident));
        bundle.removeAll();
        bundle.add(new BundlePanel(desk, draft, reading));
        gates.removeAll();
        gates.add(new GatesPanel(desk, draft));
        sheet.show(draft, reading);
    }

    private Header head(Draft draft, Incident incident) {
        var crumbs =
                new Div(
                        new Anchor(incident.path(), incident.key()),
                        new Icon(Glyph.ARROW_RIGHT).small(),
                        new Anchor(incident.path() + "/comms", "Comms"),
                        grow(),
                        UtcNow.brief(desk.clock().instant()));
        crumbs.addClassNames("row", "s", "t3");
        var line =
                new Div(
                        new H1(draft.title()),
                        DraftWords.badge(draft, desk.drafts().gates(draft)),
                        new SeverityBadge(incident.severity()),
                        grow(),
                        new DraftActions(desk, draft));
        line.addClassNames("row", "wrap");
        var header = new Header(crumbs, line);
        banner(draft, header);
        return header;
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
