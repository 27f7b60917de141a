package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incident;
import app.candor.incident.RootCauses;
import app.candor.incident.Stage;
import app.candor.incident.review.LeadershipReports;
import app.candor.incident.review.Review;
import app.candor.incident.review.Reviews;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;

/** Root cause, learnings and actions; filing them lets the incident close. */
@Route("incidents/:key/review")
@PermitAll
class ReviewView extends RecordPage {
    private static final Duration USUAL_TIME = Duration.ofDays(14);

    private final Reviews reviews;
    private final RootCauses causes;
    private final LeadershipReports reports;
    private final Duties duties;

    ReviewView(
            RoomDesk desk,
            Reviews reviews,
            RootCauses causes,
            LeadershipReports reports,
            Duties duties) {
        super(
                desk,
                "Review",
                "Why it happened, what was learnt, and what is done about it. The incident closes"
                        + " only with its review filed.",
                "review");
        this.reviews = reviews;
        this.causes = causes;
        this.reports = reports;
        this.duties = duties;
    }

    @Override
    Component[] parts(Incident incident) {
        var review = reviews.of(incident.id());
        var parts = new ArrayList<Component>();
        parts.add(state(incident, review));
        parts.add(
                new Panel("How it was answered", new Figures(reports.figures(incident)))
                        .action(
                                new Anchor(
                                        incident.path() + "/review/report",
                                        "Report to leadership")));
        parts.add(
                new RootCausePanel(
                        desk(), reviews, causes, incident, review, writable(incident, review)));
        parts.add(learnings(incident, review));
        return parts.toArray(Component[]::new);
    }

    private Component state(Incident incident, Review review) {
        var filed = review.filed();
        if (filed != null) {
            var words =
                    "By " + desk().nameOf(filed.by()) + ", " + Times.near(filed.at(), desk().now());
            return desk().may(Act.CLOSE, incident) && !incident.stage().isOver()
                    ? new Banner(
                            Tone.OK,
                            "The review is filed.",
                            words,
                            Buttons.tertiary("Open it again", () -> reviews.reopen(incident.id())))
                    : new Banner(Tone.OK, "The review is filed.", words);
        }
        var missing = reviews.missing(review);
        if (incident.stage() != Stage.REVIEW) {
            return new Banner(
                    Tone.INFO,
                    "",
                    "It can be written from now on, and is filed once the incident is in review.");
        }
        if (missing.isEmpty() && desk().may(Act.CLOSE, incident)) {
            return new Banner(
                    Tone.INFO,
                    "Everything is there.",
                    "Filing lets the incident close; actions go on.",
                    Buttons.secondary("File review", () -> file(incident)));
        }
        return new Banner(
                Tone.WARN,
                missing.isEmpty() ? "Everything is there." : "Not ready to be filed.",
                missing.isEmpty()
                        ? "A commander can file it."
                        : "Still to do: " + String.join("; ", missing) + ".");
    }

    private void file(Incident incident) {
        reviews.file(incident.id());
        Toast.show("The review of " + incident.key() + " is filed");
    }

    private Panel learnings(Incident incident, Review review) {
        var panel = new Panel("Learnings and actions");
        if (writable(incident, review)) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Add learning", () -> learn(incident)))));
        }
        for (var learning : review.learnings()) {
            panel.add(learning(incident, review, learning));
            reviews.actions(learning).forEach(action -> panel.add(action(incident, action)));
        }
        if (review.learnings().isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.BOOK,
                            "Nothing is written yet",
                            "What went well, what did not, where you were lucky."));
        }
        return panel;
    }

    private Component learning(Incident incident, Review review, Review.Learning learning) {
        var words = new Span(learning.words());
        words.addClassName("row-title");
        var trail = new ArrayList<Component>();
        if (!learning.answered()) {
            trail.add(new Badge(Tone.WARN, Glyph.GAP, "No action yet"));
        }
        if (writable(incident, review)) {
            if (learning.actions().isEmpty()) {
                trail.add(
                        small(
                                "No action",
                                "No action follows from: ",
                                learning,
                                () -> none(incident, learning)));
            }
            trail.add(
                    small(
                            "Add action",
                            "Add an action to: ",
                            learning,
                            () -> act(incident, learning)));
        }
        var line =
                learning.noAction().isEmpty()
                        ? desk().nameOf(learning.by())
                                + ", "
                                + Times.near(learning.at(), desk().now())
                        : "No action: " + learning.noAction();
        return new ListRow(new Icon(Glyph.BOOK), words, line, trail.toArray(Component[]::new));
    }

    private static Component small(
            String text,
            String label,
            Review.Learning learning,
            com.vaadin.flow.server.Command act) {
        var button = Buttons.tertiary(text, act);
        button.setAriaLabel(label + learning.words());
        return Buttons.small(button);
    }

    private Component action(Incident incident, Duty action) {
        var row = new DutyRow(desk(), duties, incident).of(action);
        row.addClassName("action-row");
        return row;
    }

    private void learn(Incident incident) {
        var words = new TextArea("What was learnt");
        words.setMaxLength(1_000);
        words.setWidthFull();
        new Form("Add a learning", words)
                .answer("Add learning", () -> reviews.addLearning(incident.id(), words.getValue()))
                .open();
    }

    private void act(Incident incident, Review.Learning learning) {
        var title = new TextField("What is done about it");
        title.setMaxLength(200);
        title.setWidthFull();
        var owner = Questions.people(desk().people().all(), "Who does it");
        var due = Form.moment("By when (UTC)", desk().now().plus(USUAL_TIME));
        new Form("Add an action", title, owner, due)
                .answer(
                        "Add action",
                        () ->
                                reviews.addAction(
                                        incident.id(),
                                        learning.id(),
                                        title.getValue(),
                                        owner.getValue() == null ? null : owner.getValue().id(),
                                        Form.instant(due)))
                .open();
    }

    private void none(Incident incident, Review.Learning learning) {
        var because = new TextArea("Why does nothing follow from it?");
        because.setMaxLength(500);
        because.setWidthFull();
        new Form("No action", because)
                .answer(
                        "Record reason",
                        () -> reviews.noAction(incident.id(), learning.id(), because.getValue()))
                .open();
    }

    private boolean writable(Incident incident, Review review) {
        return review.filed() == null
                && desk().may(Act.WRITE_DOCUMENT, incident)
                && !incident.stage().isOver();
    }
}
