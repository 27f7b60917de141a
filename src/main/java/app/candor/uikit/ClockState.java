package app.candor.uikit;

/** How a clock stands; each has its own shape, line and word. */
public enum ClockState {
    RUNNING("running", Glyph.CLOCK),
    WARNED("warned", Glyph.HOURGLASS),
    BREACHED("breached", Glyph.WARNING),
    MET("met", Glyph.CHECK),
    NOT_APPLICABLE("na", Glyph.DASH);

    private final String cssClass;
    private final Glyph glyph;

    ClockState(String cssClass, Glyph glyph) {
        this.cssClass = cssClass;
        this.glyph = glyph;
    }

    String cssClass() {
        return cssClass;
    }

    Glyph glyph() {
        return glyph;
    }
}
