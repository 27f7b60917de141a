package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.incident.RootCauses;
import app.candor.incident.review.Review;
import app.candor.incident.review.Reviews;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Why it happened, as far as it is written, and the way into the text that people write at once.
 */
class RootCausePanel extends Panel {
    private final RoomDesk desk;
    private final Reviews reviews;
    private final Incident incident;

    RootCausePanel(
            RoomDesk desk,
            Reviews reviews,
            RootCauses causes,
            Incident incident,
            Review review,
            boolean writable) {
        super("Root cause");
        this.desk = desk;
        this.reviews = reviews;
        this.incident = incident;
        padded();
        var text = causes.find(incident.id());
        if (text.isPresent()) {
            written(causes, text.get());
        } else {
            earlier(review);
        }
        if (writable) {
            action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PENCIL,
                                    Buttons.secondary("Write root cause", this::write))));
        } else if (text.isPresent()) {
            action(new Anchor(text.get().path(incident), "Open the text"));
        }
    }

    /** What a text says, as a part of a page. */
    static Html words(String html) {
        return new Html("<div class=\"doc review-text\">" + html + "</div>");
    }

    private void written(RootCauses causes, IncidentDocument text) {
        var meter = new CompletenessMeter();
        meter.show(causes.completeness(text), incident.stage());
        var head = new Div(meter);
        head.addClassName("review-meter");
        add(head, shown(causes.written(text)));
        note(desk.nameOf(text.begunBy()) + " began it, " + Times.near(text.at(), desk.now()));
    }

    private static Component shown(String html) {
        return html.isEmpty() ? quiet("Nothing is written in it yet.") : words(html);
    }

    private static Paragraph quiet(String line) {
        var words = new Paragraph(line);
        words.addClassName("t2");
        return words;
    }

    /** Words of the field that was here before the text. */
    private void earlier(Review review) {
        if (review.rootCause().isEmpty()) {
            add(
                    new EmptyState(
                            Glyph.SEARCH,
                            "Not written yet",
                            "What made it possible, not who touched it last."));
            return;
        }
        var words = new Div(review.rootCause());
        words.addClassNames("review-text", "as-typed");
        add(words);
        var at = review.rootCauseAt();
        if (at != null) {
            note(desk.nameOf(review.rootCauseBy()) + ", " + Times.near(at, desk.now()));
        }
    }

    private void write() {
        var text = reviews.writeRootCause(incident.id());
        getUI().ifPresent(ui -> ui.navigate(text.path(incident)));
    }
}
