package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.TimelineEntry;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

@Route("incidents/:key/timeline")
@PermitAll
class TimelineView extends RecordPage {
    TimelineView(RoomDesk desk) {
        super(
                desk,
                "Timeline",
                "What happened when, newest first. Candor adds its own entries; add what people saw.",
                "timeline");
    }

    @Override
    Component[] parts(Incident incident) {
        var entries = desk().timeline().of(incident.id()).reversed();
        var panel = new Panel("Entries").note("UTC");
        if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Add entry", () -> ask(incident)))));
        }
        entries.stream().map(this::row).forEach(panel::add);
        return new Component[] {panel};
    }

    private Component row(TimelineEntry entry) {
        var who = desk().nameOf(entry.actor()) + ", " + Times.near(entry.at(), desk().now());
        var lead = UtcTime.bare(entry.at());
        return entry.bySystem()
                ? new ListRow(lead, entry.what(), who, new Icon(Glyph.BOLT, "Made by Candor"))
                : new ListRow(lead, entry.what(), who, new Badge(Tone.PLAIN, "Added"));
    }

    private void ask(Incident incident) {
        var at = new DateTimePicker("When it happened (UTC)");
        at.setLocale(Locale.UK);
        at.setStep(Duration.ofMinutes(1));
        at.setValue(
                LocalDateTime.ofInstant(desk().now(), ZoneOffset.UTC).withSecond(0).withNano(0));
        var what = new TextArea("What happened");
        what.setMaxLength(500);
        what.setWidthFull();
        new Form("Add to the timeline", at, what)
                .answer(
                        "Add entry",
                        () -> {
                            var time = at.getValue();
                            desk().timeline()
                                    .add(
                                            incident.id(),
                                            time == null
                                                    ? desk().now()
                                                    : time.toInstant(ZoneOffset.UTC),
                                            what.getValue());
                            Toast.show("Added to the timeline");
                        })
                .open();
    }
}
