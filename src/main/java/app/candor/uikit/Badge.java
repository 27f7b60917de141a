package app.candor.uikit;

import com.vaadin.flow.component.html.Span;

/** A short word in a box: the state of a draft, a gate, an answer, an account. */
public class Badge extends Span {

    public Badge(Tone tone, String text) {
        addClassNames("badge", tone.cssClass());
        add(new Span(text));
    }

    public Badge(Tone tone, Glyph glyph, String text) {
        addClassNames("badge", tone.cssClass());
        add(new Icon(glyph), new Span(text));
    }
}
