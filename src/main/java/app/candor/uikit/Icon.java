package app.candor.uikit;

import com.vaadin.flow.component.html.Span;

/**
 * An icon of 16 px in the colour of the text around it. Without a label it is decoration and hidden
 * from screen readers; words beside it must say the same.
 */
public class Icon extends Span {

    public Icon(Glyph glyph) {
        addClassName("i");
        if (glyph.filled()) {
            addClassName("i-f");
        }
        // The shapes are constants of this module, never text that somebody wrote.
        getElement().setProperty("innerHTML", glyph.svg());
        getElement().setAttribute("aria-hidden", "true");
    }

    /** An icon that stands alone and says {@code label} to screen readers. */
    public Icon(Glyph glyph, String label) {
        this(glyph);
        getElement().removeAttribute("aria-hidden");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /** 14 px, for chips. */
    public Icon small() {
        addClassName("i-s");
        return this;
    }

    /** 20 px, for rows and banners. */
    public Icon large() {
        addClassName("i-l");
        return this;
    }
}
