package app.candor.incident.ui;

import app.candor.incident.ReviewFigures.Figure;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Measures side by side: the value large, what it is measured against below. */
class Figures extends Div {
    Figures(List<Figure> figures) {
        addClassName("measures");
        figures.forEach(figure -> add(one(figure)));
    }

    private static Div one(Figure figure) {
        var label = new Div(figure.label());
        label.addClassName("s");
        var value = new Div(figure.value());
        value.addClassName("xl");
        var note = new Div(figure.note());
        note.addClassName("s");
        var measure = new Div(label, value, note);
        if (figure.missed()) {
            measure.add(new Badge(Tone.WARN, Glyph.WARNING, "Missed"));
        }
        measure.addClassName("measure");
        return measure;
    }
}
