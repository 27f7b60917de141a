package app.candor.coedit.ui;

import app.candor.coedit.versions.DiffHtml;
import app.candor.coedit.versions.VersionDesk.Visit;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What changed in one text since the reader left it. */
@StyleSheet("context://assets/margin.css")
public class CatchUpPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Visit> left;

    /**
     * @param path where the text is read, without a slash at its end
     * @param facts the value of a fact by its key
     */
    public CatchUpPanel(
            VersionTools tools, String textId, String path, UnaryOperator<String> facts) {
        addClassNames("catch-up", "stack-l");
        left = tools.versions().leftOff(textId);
        if (left.isEmpty()) {
            add(
                    new EmptyState(
                            Glyph.HISTORY,
                            "You have not been away",
                            "Come back after a pause, and this page shows what changed meanwhile.",
                            new Anchor(path, "Open the text")));
            return;
        }
        var visit = left.get();
        var now = tools.versions().current(textId);
        var spells = tools.versions().spells(textId, visit.seq());
        var people = new LinkedHashSet<String>();
        spells.forEach(spell -> people.addAll(spell.people()));
        people.remove(tools.people().current().id());
        var line =
                new Paragraph(
                        "You were last here at %s, %s ago."
                                .formatted(
                                        Times.near(visit.at(), tools.now()),
                                        Times.span(Duration.between(visit.at(), tools.now()))));
        if (!people.isEmpty()) {
            line.setText(line.getText() + " Since then wrote: " + tools.names(people) + ".");
        }
        var diff = tools.versions().between(textId, visit.seq(), now.seq());
        var panel =
                new Panel("What changed")
                        .note("version %d to %d".formatted(visit.seq(), now.seq()));
        if (diff.isEmpty()) {
            panel.add(
                    new EmptyState(Glyph.CHECK, "No word changed", "The text is as you left it."));
        } else {
            panel.padded().add(new Html(DiffHtml.changes(diff, facts)));
            panel.action(
                    new Anchor(
                            "%s/compare/%d/%d".formatted(path, visit.seq(), now.seq()),
                            "Whole text"));
        }
        add(line, panel);
    }

    /** When the reader left off; empty if they were not away. */
    public Optional<Instant> since() {
        return left.map(Visit::at);
    }
}
