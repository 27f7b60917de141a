package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.Timeline.Wanted;
import app.candor.incident.TimelineCsv;
import app.candor.incident.TimelineEntry;
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
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

@Route("incidents/:key/timeline")
@PermitAll
class TimelineView extends RecordPage {
    private static final int PART = 100;

    private final TextField words = new TextField();
    private final Select<Wanted.By> by = new Select<>();
    private final Div rows = new Div();
    private @Nullable Incident shown;
    private int limit = PART;

    TimelineView(RoomDesk desk) {
        super(
                desk,
                "Timeline",
                "What happened when, newest first. Candor adds its own entries; add what people saw.",
                "timeline");
        words.setPlaceholder("Find in the timeline");
        words.setAriaLabel("Find in the timeline");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addClassName("filter");
        words.addValueChangeListener(changed -> fill());
        by.setItems(Wanted.By.values());
        by.setValue(Wanted.By.ANYBODY);
        by.setAriaLabel("Whose entries");
        by.setItemLabelGenerator(TimelineView::label);
        by.addValueChangeListener(changed -> fill());
    }

    @Override
    Component[] parts(Incident incident) {
        shown = incident;
        fill();
        var filters = new Div(words, by, export(incident));
        filters.addClassNames("row", "wrap", "panel-line");
        var panel = new Panel("Entries", filters, rows).note("UTC");
        if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Add entry", () -> ask(incident)))));
        }
        return new Component[] {panel};
    }

    private void fill() {
        var incident = shown;
        if (incident == null) {
            return;
        }
        var entries =
                desk().timeline()
                        .latest(
                                incident.id(),
                                new Wanted(words.getValue(), by.getValue()),
                                limit + 1);
        rows.removeAll();
        entries.stream().limit(limit).map(entry -> row(incident, entry)).forEach(rows::add);
        if (entries.isEmpty()) {
            rows.add(new EmptyState(Glyph.HISTORY, "No entry fits", ""));
        }
        if (entries.size() > limit) {
            var more = new Div(Buttons.tertiary("Show older entries", this::older));
            more.addClassName("panel-line");
            rows.add(more);
        }
    }

    private void older() {
        limit += PART;
        fill();
    }

    private Component row(Incident incident, TimelineEntry entry) {
        var who = desk().nameOf(entry.actor()) + ", " + Times.near(entry.at(), desk().now());
        var lead = UtcTime.bare(entry.at());
        if (entry.bySystem()) {
            return new ListRow(lead, entry.what(), who, new Icon(Glyph.BOLT, "Made by Candor"));
        }
        var what = new Span(entry.what());
        what.addClassName("row-title");
        var content = new Div(what);
        if (!entry.earlier().isEmpty()) {
            content.add(history(entry));
        }
        var added = new Badge(Tone.PLAIN, entry.earlier().isEmpty() ? "Added" : "Changed");
        return desk().may(Act.WRITE_DOCUMENT, incident)
                ? new ListRow(
                        lead,
                        content,
                        who,
                        added,
                        Buttons.small(
                                Buttons.icon(
                                        Glyph.PENCIL,
                                        "Change entry: " + entry.what(),
                                        () -> mend(entry))))
                : new ListRow(lead, content, who, added);
    }

    private Component history(TimelineEntry entry) {
        var list = new UnorderedList();
        for (var earlier : entry.earlier().reversed()) {
            list.add(
                    new ListItem(
                            Times.near(earlier.at(), desk().now())
                                    + ": "
                                    + earlier.what()
                                    + " · until "
                                    + desk().nameOf(earlier.changedBy())
                                    + " changed it, "
                                    + Times.near(earlier.changedAt(), desk().now())));
        }
        var count = entry.earlier().size();
        var details =
                new Details(count + (count == 1 ? " earlier wording" : " earlier wordings"), list);
        details.addClassNames("s", "t2");
        return details;
    }

    private Anchor export(Incident incident) {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var csv = TimelineCsv.of(desk().timeline().of(incident.id()), this::fullName);
                    var bytes = csv.getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            incident.key() + "-timeline.csv",
                            "text/csv",
                            bytes.length);
                });
        var anchor = new Anchor(file, "Download CSV");
        anchor.addClassName("button");
        return anchor;
    }

    private String fullName(String id) {
        return desk().people().find(id).map(person -> person.name()).orElse("Candor");
    }

    private void ask(Incident incident) {
        var at = Form.moment("When it happened (UTC)", desk().now());
        var what = what("");
        new Form("Add to the timeline", at, what)
                .answer(
                        "Add entry",
                        () -> {
                            desk().timeline()
                                    .add(
                                            incident.id(),
                                            Form.instant(at, desk().now()),
                                            what.getValue());
                            Toast.show("Added to the timeline");
                        })
                .open();
    }

    private void mend(TimelineEntry entry) {
        var at = Form.moment("When it happened (UTC)", entry.at());
        var what = what(entry.what());
        new Form("Change the entry", at, what)
                .answer(
                        "Change entry",
                        () -> {
                            desk().timeline()
                                    .mend(
                                            entry.id(),
                                            entry.what(),
                                            Form.instant(at, entry.at()),
                                            what.getValue());
                            Toast.show("The entry is changed; its earlier words are kept");
                        })
                .open();
    }

    private static TextArea what(String value) {
        var what = new TextArea("What happened");
        what.setMaxLength(500);
        what.setWidthFull();
        what.setValue(value);
        return what;
    }

    private static String label(Wanted.By by) {
        return switch (by) {
            case ANYBODY -> "All entries";
            case PORTAL -> "Made by Candor";
            case PEOPLE -> "Added by people";
        };
    }
}
