package app.candor.coedit.ui;

import app.candor.coedit.versions.VersionDesk.Visit;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Times;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/**
 * Below a text: the way to its history, and to what changed while the reader was away.
 *
 * <p>Keeps where the reader is, as the editor tells it: only what was shown counts as seen.
 */
@StyleSheet("context://assets/margin.css")
public class VisitLine extends Div {
    private static final long serialVersionUID = 1L;

    private final transient VersionTools tools;
    private final String textId;
    private final String path;
    private transient Optional<Visit> shown = Optional.empty();

    /**
     * @param path where the versions of the text are, without a slash at its end
     */
    public VisitLine(VersionTools tools, String textId, String path, TextEditor editor) {
        this.tools = tools;
        this.textId = textId;
        this.path = path;
        addClassName("visit-line");
        draw();
        editor.getElement()
                .addEventListener(
                        "candor-seen",
                        event -> {
                            var seq = event.getEventData().path("event.detail.seq").asLong(-1);
                            if (seq >= 0) {
                                tools.versions().seen(textId, seq);
                                draw();
                            }
                        })
                .addEventData("event.detail.seq");
    }

    private void draw() {
        var left = tools.versions().leftOff(textId);
        if (left.equals(shown) && getComponentCount() > 0) {
            return;
        }
        shown = left;
        removeAll();
        left.filter(visit -> tools.versions().current(textId).seq() > visit.seq())
                .ifPresent(visit -> {
                    var words =
                            new Span(
                                    "Changed since you left at "
                                            + Times.near(visit.at(), tools.now()));
                    words.addClassName("t2");
                    var catchUp = new Anchor(path + "/catch-up", "Catch me up");
                    add(new Icon(Glyph.HOURGLASS).small(), words, catchUp);
                });
        var history = new Anchor(path + "/history", "History");
        history.getElement().setAttribute("data-history", true);
        history.getElement().setAttribute("aria-keyshortcuts", "Control+Shift+H");
        add(history);
    }
}
