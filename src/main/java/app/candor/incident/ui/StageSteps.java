package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.Stage;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Times;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** The four stages customers hear of: which are behind, which is now, which comes next. */
class StageSteps extends OrderedList {
    private static final List<Stage> STEPS =
            List.of(Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MONITORING, Stage.RESOLVED);

    StageSteps(Incident incident, Instant now) {
        addClassName("steps");
        getElement().setAttribute("aria-label", "Stage");
        var after = incident.stage() == Stage.REVIEW ? Stage.RESOLVED : incident.stage();
        var current = STEPS.indexOf(after);
        for (var at = 0; at < STEPS.size(); at++) {
            add(step(incident, STEPS.get(at), at - current, now));
        }
    }

    private static ListItem step(Incident incident, Stage stage, int distance, Instant now) {
        var item = new ListItem();
        item.addClassName("step");
        var entered = incident.stages().get(stage);
        var line = distance == 1 ? "next" : "";
        if (distance <= 0 && entered != null) {
            var at = Times.near(entered, now).replace(" UTC", "");
            line = distance == 0 ? "since " + at : at;
        }
        if (distance < 0) {
            item.addClassName("done");
        }
        if (distance == 0) {
            item.addClassName("current");
            item.getElement().setAttribute("aria-current", "step");
        }
        item.add(icon(stage, distance), new Span(name(incident, stage, distance)), new Div(line));
        return item;
    }

    private static String name(Incident incident, Stage stage, int distance) {
        return distance == 0 ? incident.stage().label() : stage.label();
    }

    private static Icon icon(Stage stage, int distance) {
        if (distance < 0) {
            return new Icon(Glyph.ALL_CLEAR);
        }
        if (distance > 0) {
            return new Icon(Glyph.CIRCLE);
        }
        return new Icon(
                switch (stage) {
                    case INVESTIGATING -> Glyph.DISC_QUARTER;
                    case IDENTIFIED -> Glyph.DISC_HALF;
                    case MONITORING -> Glyph.DISC_THREE_QUARTERS;
                    default -> Glyph.DISC_FULL;
                });
    }
}
