package app.candor.faq.ui;

import app.candor.faq.Question;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.QuestionDialog;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** What customers ask and nobody answered yet: who waits, who sees to it, until when. */
@Route("questions")
@PageTitle("Questions · Candor")
@Menu(title = "Questions", order = 51, icon = "question")
@StyleSheet("context://assets/recall.css")
@PermitAll
class QuestionsView extends Page {
    private static final int OVER = 30;

    private final QuestionDesk desk;
    private final PageHeader header;
    private final Panel open = new Panel("Waiting");
    private final Panel over = new Panel("Over");

    QuestionsView(QuestionDesk desk) {
        this.desk = desk;
        header =
                new PageHeader(
                        "Questions",
                        Buttons.with(
                                Glyph.PLUS,
                                Buttons.primary(
                                        "Ask a question", () -> new AskDialog(desk, "").open())));
        add(header, open, over);
        draw();
        desk.pages().watch(this, "faq", this::draw);
        desk.pages().watch(this, "inbox:" + desk.me(), this::draw);
    }

    private void draw() {
        var waiting = desk.questions().waiting();
        var people = waiting.stream().mapToInt(question -> question.askers().size()).sum();
        header.setSubtitle(
                waiting.isEmpty()
                        ? "Nobody waits for an answer"
                        : "%d open, %s"
                                .formatted(
                                        waiting.size(),
                                        people == 1 ? "1 person waits" : people + " people wait"));
        open.show();
        if (waiting.isEmpty()) {
            open.add(
                    new EmptyState(
                            Glyph.ALL_CLEAR,
                            "Every question is answered",
                            "What the library does not answer is asked here, by anybody."));
        }
        waiting.forEach(question -> open.add(row(question)));
        var ended = desk.questions().over(OVER);
        over.setVisible(!ended.isEmpty());
        over.show();
        ended.forEach(question -> over.add(ended(question)));
    }

    private ListRow row(Question question) {
        var owner = question.owner();
        var detail =
                waiting(question)
                        + " · "
                        + (owner == null ? "nobody sees to it yet" : desk.nameOf(owner));
        var trail = new ArrayList<Component>();
        var late = question.due().isBefore(desk.now());
        trail.add(
                late
                        ? new Badge(Tone.BAD, Glyph.WARNING, Times.left(question.due(), desk.now()))
                        : new Badge(Tone.OUTLINE, "by " + Times.near(question.due(), desk.now())));
        trail.addAll(actions(question));
        return new ListRow(
                new Icon(Glyph.HOURGLASS, "Waiting"),
                question.words(),
                detail,
                trail.toArray(Component[]::new));
    }

    private List<Component> actions(Question question) {
        var actions = new ArrayList<Component>();
        if (!question.isAskedBy(desk.me()) && !desk.questions().mayAnswer(question)) {
            actions.add(
                    named("Wait for it too", question, () -> desk.questions().join(question.id())));
        }
        if (desk.questions().mayAnswer(question)) {
            actions.add(named("Close", question, () -> close(question)));
            actions.add(named("Answered by", question, () -> point(question)));
            actions.add(
                    named(
                            question.entry() == null ? "Write the answer" : "Go on writing",
                            question,
                            () -> write(question)));
        }
        return actions;
    }

    private static Button named(
            String text, Question question, com.vaadin.flow.server.Command act) {
        var button = Buttons.small(Buttons.secondary(text, act));
        button.setAriaLabel(text + ": " + question.words());
        return button;
    }

    private ListRow ended(Question question) {
        var end = java.util.Objects.requireNonNull(question.end());
        var entry = question.entry();
        var at = Times.near(end.at(), desk.now());
        if (!end.answered() || entry == null) {
            return new ListRow(
                    new Icon(Glyph.DASH, "Closed"),
                    question.words(),
                    "Closed " + at + ": " + end.reason());
        }
        var link = new Anchor("faq/" + entry, question.words());
        link.addClassName("row-title");
        return new ListRow(new Icon(Glyph.CHECK, "Answered"), link, "Answered " + at);
    }

    /** {@code 3 people wait}. */
    static String waiting(Question question) {
        var number = question.askers().size();
        return number == 1 ? "1 person waits" : number + " people wait";
    }

    private void write(Question question) {
        var entry = desk.questions().write(question.id());
        desk.reading().draftPath(entry).ifPresent(UI.getCurrent()::navigate);
    }

    private void point(Question question) {
        var entries = new EntryField("Entry", desk.questions(), question.words(), any -> true);
        entries.setHelperText("Type to search. From then on the words asked help to find it.");
        new QuestionDialog("Which entry answers “" + question.words() + "”?", entries)
                .answer(
                        "It is answered there",
                        () -> {
                            desk.questions().pointTo(question.id(), entries.chosen());
                            Toast.show("Those who wait are told");
                            draw();
                        })
                .open();
    }

    private void close(Question question) {
        var reason = new TextArea("Why is there no answer?");
        reason.setHelperText("Those who wait read this.");
        reason.setWidthFull();
        new QuestionDialog("Close “" + question.words() + "”", reason)
                .answer(
                        "Close question",
                        () -> {
                            desk.questions().close(question.id(), reason.getValue());
                            draw();
                        })
                .open();
    }
}
