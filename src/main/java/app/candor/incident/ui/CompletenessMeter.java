package app.candor.incident.ui;

import app.candor.incident.Completeness;
import app.candor.incident.Completeness.Standing;
import app.candor.incident.Stage;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** How many required sections are written; opened, it names those that are not. */
class CompletenessMeter extends Div {
    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final UnorderedList gaps = new UnorderedList();
    private final NativeDetails details = new NativeDetails();
    private @Nullable Completeness completeness;
    private Stage stage = Stage.SUSPECTED;
    private boolean drawn;

    CompletenessMeter() {
        addClassName("meter");
        bar.getElement().setAttribute("aria-hidden", "true");
        var line = new Div(bar, words);
        line.addClassName("meter-line");
        details.setSummary(line);
        details.setContent(gaps);
        details.addToggleListener(toggled -> drawWhenOpen());
        add(details);
    }

    void show(Completeness completeness, Stage stage) {
        if (completeness.equals(this.completeness) && stage == this.stage) {
            return;
        }
        this.completeness = completeness;
        this.stage = stage;
        var all = completeness.sections().size();
        setVisible(all > 0);
        if (all == 0) {
            return;
        }
        var written = completeness.written();
        var complete = written == all;
        bar.setValue((double) written / all);
        words.setText(
                complete
                        ? "All " + all + " sections written"
                        : written + " of " + all + " sections");
        details.getElement().getClassList().set("complete", complete);
        drawn = false;
        drawWhenOpen();
    }

    /** Hundreds of pages show the line, few have it open. */
    private void drawWhenOpen() {
        var now = completeness;
        if (now == null || drawn || !details.isOpen()) {
            return;
        }
        drawn = true;
        gaps.removeAll();
        now.gaps().forEach(state -> gaps.add(row(state, stage)));
        if (now.gaps().isEmpty()) {
            gaps.add(new ListItem("Every required section says something in this stage."));
        }
    }

    private static ListItem row(Completeness.State state, Stage stage) {
        var older = state.standing() == Standing.OLDER;
        var icon = new Icon(older ? Glyph.HOURGLASS : Glyph.VOID).small();
        var title = new Span(state.title());
        title.addClassName("b");
        var why =
                new Span(
                        older
                                ? "older than " + stage.label().toLowerCase(java.util.Locale.UK)
                                : state.standing().label());
        why.addClassName("t2");
        return new ListItem(icon, title, why);
    }
}
