package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * Something that stands above the content until it is dealt with: what happened in bold, then what
 * it means, then the way out. {@link Tone#BAD} interrupts a screen reader, the others wait.
 */
public class Banner extends Div {

    /**
     * @param tone {@link Tone#BAD}, {@link Tone#WARN}, {@link Tone#INFO} or {@link Tone#OK}
     * @param title what happened, a sentence with its full stop; empty for none
     * @param text what was kept and what to do
     */
    public Banner(Tone tone, String title, String text, Component... actions) {
        addClassNames("banner", tone.cssClass());
        getElement().setAttribute("role", tone == Tone.BAD ? "alert" : "status");
        var words = new Div();
        words.addClassName("grow");
        if (!title.isEmpty()) {
            var bold = new Span(title);
            bold.addClassName("b");
            words.add(bold, new Span(" "));
        }
        words.add(new Span(text));
        add(new Icon(glyph(tone)).large(), words);
        add(actions);
    }

    private static Glyph glyph(Tone tone) {
        return switch (tone) {
            case BAD, WARN -> Glyph.WARNING;
            case OK, DONE -> Glyph.ALL_CLEAR;
            case INFO, PLAIN, OUTLINE -> Glyph.QUESTION;
        };
    }
}
