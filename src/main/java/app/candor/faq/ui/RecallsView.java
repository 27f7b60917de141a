package app.candor.faq.ui;

import app.candor.faq.Recall;
import app.candor.uikit.Badge;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Answers that I gave customers and that are not right any more. */
@Route("recalls")
@PageTitle("Recalls · Candor")
@Menu(title = "Recalls", order = 52, icon = "refresh")
@StyleSheet("context://assets/recall.css")
@PermitAll
class RecallsView extends Page {
    private static final int OVER = 20;

    private final RecallDesk desk;
    private final PageHeader header = new PageHeader("Recalls");
    private final Panel open = new Panel("Customers to tell");
    private final Panel over = new Panel("Over");

    RecallsView(RecallDesk desk) {
        this.desk = desk;
        add(header, open, over);
        draw();
        desk.pages().watch(this, "inbox:" + desk.me().id(), this::draw);
    }

    private void draw() {
        var waiting = desk.recalls().mine();
        header.setSubtitle(
                waiting.isEmpty()
                        ? "No customer of yours holds an outdated answer"
                        : "You gave these answers to customers. They are not right any more.");
        open.show();
        open.note(waiting.isEmpty() ? "" : Integer.toString(waiting.size()));
        if (waiting.isEmpty()) {
            open.add(
                    new EmptyState(
                            Glyph.ALL_CLEAR,
                            "Nobody has to be told",
                            "When an answer that you copied changes, it appears here with what"
                                    + " changed and a text to send."));
        }
        waiting.forEach(recall -> open.add(row(recall)));
        var ended = desk.recalls().over(OVER);
        over.setVisible(!ended.isEmpty());
        over.show();
        ended.forEach(recall -> over.add(row(recall)));
    }

    private ListRow row(Recall recall) {
        var title = new Anchor(recall.path(), desk.recalls().question(recall));
        title.addClassName("row-title");
        var end = recall.end();
        if (end != null) {
            return new ListRow(
                    new Icon(Glyph.CHECK, "Over"),
                    title,
                    end.how().label() + ", " + Times.near(end.at(), desk.now()));
        }
        var late = recall.due().isBefore(desk.now());
        return new ListRow(
                new Icon(Glyph.REFRESH, "Open"),
                title,
                RecallWords.why(recall)
                        + " · "
                        + RecallWords.customers(recall.copies().size())
                        + (recall.incident() == null ? "" : " · holds its incident open"),
                late
                        ? new Badge(Tone.BAD, Glyph.WARNING, Times.left(recall.due(), desk.now()))
                        : new Badge(Tone.OUTLINE, "by " + Times.near(recall.due(), desk.now())));
    }
}
