package app.candor.uikit;

import com.vaadin.flow.component.html.Span;

/** A value of the facts ledger inside a text; the tooltip says who confirmed it and when. */
public class FactToken extends Span {

    /**
     * @param provenance such as “Confirmed by M. Adeyemi at 10:31 UTC, account import”
     */
    public FactToken(String value, String provenance) {
        this(value, provenance, "known");
    }

    private FactToken(String value, String provenance, String state) {
        addClassNames("fact", state);
        setText(value);
        getElement().setAttribute("title", provenance);
        getElement().setAttribute("tabindex", "0");
    }

    /** Changed since the reader last looked. */
    public static FactToken changed(String value, String provenance) {
        return new FactToken(value, provenance, "changed");
    }

    /** Nobody has confirmed it. */
    public static FactToken unknown() {
        return new FactToken("not yet known", "Nobody has confirmed this fact", "unknown");
    }

    /** Two sources disagree; the tooltip says both. */
    public static FactToken contradicted(String value, String provenance) {
        return new FactToken(value, provenance, "contradicted");
    }
}
