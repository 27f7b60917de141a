package app.candor.incident.ui;

import app.candor.coedit.ui.FactToken;
import app.candor.coedit.ui.MarginPanel;
import app.candor.coedit.ui.SectionHint;
import app.candor.coedit.ui.TextEditor;
import app.candor.coedit.ui.VisitLine;
import app.candor.incident.DocumentFiles.Format;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of an incident: what it is, how complete it is, and the text itself. */
class DocumentPane extends Div {
    /** The meter is counted on the server; while people type it may lag by this much. */
    private static final Duration COUNT_EVERY = Duration.ofSeconds(4);

    private final RoomDesk desk;
    private final IncidentDocument document;
    private final TextEditor editor;
    private final MarginPanel margin;
    private final CompletenessMeter meter = new CompletenessMeter();
    private Incident incident;
    private @Nullable List<FactToken> tokens;
    private Instant counted;
    private boolean waiting;

    DocumentPane(RoomDesk desk, Incident incident, IncidentDocument document) {
        this.desk = desk;
        this.document = document;
        this.incident = incident;
        addClassName("room-document");
        editor = new TextEditor(document.id(), document.title() + " of " + incident.key());
        editor.setPeople(Tokens.people(desk, incident));
        editor.setPictures(true);
        editor.setSections(
                desk.documents().template(document).sections().stream()
                        .filter(section -> !section.hint().isEmpty())
                        .map(section -> new SectionHint(section.title(), section.hint()))
                        .toList());
        editor.addStateListener(state -> {
            if (state.saving().equals("saved")) {
                count();
            }
        });
        margin = new MarginPanel(desk.margin(), document.id(), editor);
        counted = Instant.EPOCH;
        add(
                head(),
                editor,
                new VisitLine(
                        desk.versions(),
                        document.id(),
                        VersionPage.path(incident, document),
                        editor));
        show(incident);
    }

    TextEditor editor() {
        return editor;
    }

    /** Comments and suggestions, for the side of the page. */
    MarginPanel margin() {
        return margin;
    }

    /** The incident changed; the text itself hears of its changes by itself. */
    void show(Incident now) {
        incident = now;
        var known = Tokens.facts(desk, now);
        if (!known.equals(tokens)) {
            tokens = known;
            editor.setFacts(known);
        }
        counted = Instant.EPOCH;
        count();
    }

    private void count() {
        var now = desk.now();
        var early = COUNT_EVERY.minus(Duration.between(counted, now));
        if (early.isPositive()) {
            countAfter(early);
            return;
        }
        counted = now;
        meter.show(
                desk.shared(
                        incident,
                        "completeness " + document.id(),
                        _ -> desk.documents().completeness(document)),
                incident.stage());
    }

    /** What was written last is counted too, when nobody types any more. */
    private void countAfter(Duration wait) {
        if (waiting) {
            return;
        }
        getUI().ifPresent(ui -> {
            waiting = true;
            Thread.ofVirtual().name("meter").start(() -> countLater(ui, wait));
        });
    }

    private void countLater(UI ui, Duration wait) {
        try {
            Thread.sleep(wait);
            ui.access(() -> {
                waiting = false;
                count();
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (UIDetachedException closed) {
            // Nobody looks at it any more.
        }
    }

    private Div head() {
        var title = new H2(document.title());
        title.addClassName("clip");
        var head = new Div(title, meter, takeAway());
        head.addClassName("document-head");
        return head;
    }

    private MenuBar takeAway() {
        var bar = new MenuBar();
        bar.addThemeName("small");
        bar.addThemeName("tertiary");
        bar.getElement().setAttribute("aria-label", "Take the document away");
        var label = new Span(new Icon(Glyph.DOWNLOAD).small(), new Span("Export"));
        label.addClassName("row");
        var item = bar.addItem(label);
        item.setAriaLabel("Export");
        var menu = item.getSubMenu();
        file(menu, Format.PDF, "PDF");
        file(menu, Format.HTML, "Web page (HTML)");
        file(menu, Format.MARKDOWN, "Markdown");
        menu.addItem("Copy all, for mail and documents", clicked -> editor.copyAll());
        menu.addItem(
                "Print", clicked -> getUI().ifPresent(ui -> ui.getPage().executeJs("print()")));
        return bar;
    }

    private void file(SubMenu menu, Format format, String label) {
        var handler =
                DownloadHandler.fromInputStream(request -> {
                    var file = desk.files().of(incident.id(), document.name(), format);
                    return new DownloadResponse(
                            new ByteArrayInputStream(file.bytes()),
                            file.name(),
                            file.type(),
                            file.bytes().length);
                });
        var link = new Anchor(handler, label);
        link.addClassName("menu-link");
        menu.addItem(link);
    }
}
