package app.candor.uikit;

import java.util.Locale;

/**
 * The portal's icons, drawn on a grid of 24 with a stroke of 1.75. {@link Icon} shows one; menu
 * entries name one in lower case.
 */
public enum Glyph {
    ACCOUNTS(
            "<circle cx='9' cy='8.5' r='3.5'/><path d='M2.5 20c0-3.5 3-5.5 6.5-5."
                    + "5s6.5 2 6.5 5.5M16 5.3a3.5 3.5 0 0 1 0 6.4M18 15c2 .8 3.5 2.5 3.5 5'"
                    + "/>"),
    ALL_CLEAR("<circle cx='12' cy='12' r='8.5'/><path d='M8 12.3l2.8 2.7L16 9.7'/>"),
    ARROW_LEFT("<path d='M15 6l-6 6 6 6'/>"),
    ARROW_RIGHT("<path d='M9 6l6 6-6 6'/>"),
    AT(
            "<circle cx='12' cy='12' r='3.5'/><path d='M15.5 9v4.5c0 3 5 2.5 5-1."
                    + "5a8.5 8.5 0 1 0-3.5 7'/>"),
    BELL("<path d='M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4'/>"),
    BOLT("<path d='M13 3L5 14h6l-1 7 8-11h-6z'/>"),
    BOOK(
            "<path d='M5 4.5h9a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3z'/><path d='M5 17"
                    + "a3 3 0 0 1 3-3h9'/>"),
    CALENDAR(
            "<rect x='4' y='5.5' width='16' height='14.5' rx='2'/><path d='M4 10h"
                    + "16M8.5 3.5v4M15.5 3.5v4'/>"),
    CHECK("<path d='M5 12.5l4.5 4.5L19 7.5'/>"),
    CHECKLIST(
            "<path d='M11 6h9M11 12h9M11 18h9M3.5 6l1.2 1.2L7 5M3.5 12l1.2 1.2L7 "
                    + "11M3.5 18l1.2 1.2L7 17'/>"),
    CHEVRON_DOWN("<path d='M6 9l6 6 6-6'/>"),
    CHEVRON_UP("<path d='M6 15l6-6 6 6'/>"),
    CIRCLE("<circle cx='12' cy='12' r='8.5'/>"),
    CLIP(
            "<path d='M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L12.6 4.6a3 3 0 0 1 4."
                    + "3 4.3l-7.5 7.5a1.5 1.5 0 0 1-2.2-2.2L14 7.5'/>"),
    CLOCK("<circle cx='12' cy='12' r='8.5'/><path d='M12 7.5V12l3 2'/>"),
    CLOSE("<path d='M6 6l12 12M18 6L6 18'/>"),
    COPY(
            "<rect x='9' y='9' width='11' height='11' rx='2'/><path d='M15 9V6a2 "
                    + "2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3'/>"),
    DASH("<path d='M6 12h12'/>"),
    DESKTOP("<rect x='3' y='4.5' width='18' height='12' rx='2'/><path d='M9 20.5h" + "6'/>"),
    DOCUMENT("<path d='M6 3.5h8l4 4V20.5H6z'/><path d='M14 3.5v4h4'/>"),
    DOTS("<path d='M5.5 12h.01M12 12h.01M18.5 12h.01' stroke-width='3'/>"),
    DOWNLOAD("<path d='M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15'/>"),
    FLAG("<path d='M6 21V4M6 5h11l-2 4 2 4H6'/>"),
    FLAME(
            "<path d='M12 3c.5 3.5 6 5.5 6 11a6 6 0 0 1-12 0c0-2 .8-3.6 2-5 .2 1."
                    + "8 1 3 2.2 3.2C11.5 10 10 6.5 12 3z'/>"),
    GAP("<circle cx='12' cy='12' r='8.5' stroke-dasharray='3 3'/>"),
    GLOBE(
            "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c3 3 3 14"
                    + " 0 17M12 3.5c-3 3-3 14 0 17'/>"),
    HASH("<path d='M9 4L7 20M17 4l-2 16M4.5 9H20M4 15h15.5'/>"),
    HISTORY("<path d='M4 12a8 8 0 1 0 2.5-5.8M4 4.5V8h3.5M12 8v4.5l3 1.5'/>"),
    HOME("<path d='M4 11l8-7 8 7v9h-5v-6H9v6H4z'/>"),
    HOURGLASS(
            "<path d='M7 3.5h10M7 20.5h10M8 3.5c0 5 8 6 8 11.5v5.5M16 3.5c0 5-8 6"
                    + "-8 11.5v5.5'/>"),
    LINK(
            "<path d='M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4"
                    + " 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1'/>"),
    LIST("<path d='M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01'/>"),
    LOCK(
            "<rect x='5.5' y='10.5' width='13' height='9.5' rx='2'/><path d='M8.5"
                    + " 10.5V8a3.5 3.5 0 0 1 7 0v2.5'/>"),
    MAIL("<rect x='3.5' y='5.5' width='17' height='13' rx='2'/><path d='M4 7l8" + " 6 8-6'/>"),
    MENU("<path d='M4 7h16M4 12h16M4 17h16'/>"),
    MOON("<path d='M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z'/>"),
    PENCIL("<path d='M4 20l1-4L16 5l3 3L8 19z'/><path d='M14 7l3 3'/>"),
    PHONE("<rect x='7' y='3' width='10' height='18' rx='2'/><path d='M11 18h2'/" + ">"),
    PLAIN_TEXT("<path d='M5 7V5h14v2M12 5v14M9.5 19h5'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    QUESTION(
            "<circle cx='12' cy='12' r='8.5'/><path d='M9.7 9.5a2.4 2.4 0 1 1 3.5"
                    + " 2.3c-.8.4-1.2.9-1.2 1.7M12 16.6v.1'/>"),
    REFRESH(
            "<path d='M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5."
                    + "3L4 15M4 20v-5h5'/>"),
    SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='M20 20l-4.2-4.2'/>"),
    SEND("<path d='M20.5 3.5L10 14M20.5 3.5L14 20.5l-4-6.5-6.5-4z'/>"),
    SEND_BACK("<path d='M9 7L4 12l5 5M4 12h11a5 5 0 0 1 5 5v1'/>"),
    SHIELD(
            "<path d='M12 3l7 3v5.5c0 4.5-3 7.5-7 9.5-4-2-7-5-7-9.5V6z'/><path d="
                    + "'M9 12l2.2 2.2L15.2 10'/>"),
    SIGN_OUT(
            "<path d='M10 4.5H6a1.5 1.5 0 0 0-1.5 1.5v12A1.5 1.5 0 0 0 6 19.5h4M1"
                    + "5 8l4 4-4 4M19 12H9.5'/>"),
    SLIDERS(
            "<path d='M4 8h8M18 8h2M4 16h2M12 16h8'/><circle cx='15' cy='8' r='2."
                    + "5'/><circle cx='9' cy='16' r='2.5'/>"),
    TABLE(
            "<rect x='4' y='5' width='16' height='14' rx='1.5'/><path d='M4 10h16"
                    + "M4 14.5h16M10 10v9'/>"),
    TICKET(
            "<path d='M4 7h16v3.5a1.5 1.5 0 0 0 0 3V17H4v-3.5a1.5 1.5 0 0 0 0-3z'"
                    + "/><path d='M14 7v10' stroke-dasharray='2 2'/>"),
    UNDO("<path d='M8 8l-4 4 4 4M4 12h10a5 5 0 0 1 0 10'/>"),
    VOID("<circle cx='12' cy='12' r='8.5'/><path d='M6 18L18 6'/>"),
    WARNING("<path d='M12 4l9 16H3z'/><path d='M12 10v4.5M12 17.2v.1'/>"),
    DISC_DASHED("<circle cx='12' cy='12' r='9' stroke-width='2.2' stroke-dasharray='3" + ".5 3'/>"),
    DISC_EMPTY("<circle cx='12' cy='12' r='9' stroke-width='2.2'/>"),
    DISC_QUARTER(
            "<circle cx='12' cy='12' r='9' stroke-width='2.2'/><path d='M12 12V6."
                    + "4A5.6 5.6 0 0 1 17.6 12z' fill='currentColor' stroke='none'/>"),
    DISC_HALF(
            "<circle cx='12' cy='12' r='9' stroke-width='2.2'/><path d='M12 12V6."
                    + "4A5.6 5.6 0 0 1 12 17.6z' fill='currentColor' stroke='none'/>"),
    DISC_THREE_QUARTERS(
            "<circle cx='12' cy='12' r='9' stroke-width='2.2'/><path d='M12 12V6."
                    + "4A5.6 5.6 0 1 1 6.4 12z' fill='currentColor' stroke='none'/>"),
    DISC_FULL(
            "<circle cx='12' cy='12' r='10' fill='currentColor' stroke='none'/><p"
                    + "ath class='i-hole' d='M7.5 12.3l3 3 6-6.3' stroke-width='2.4'/>"),
    OCTAGON("<path d='M8 3h8l5 5v8l-5 5H8l-5-5V8z'/>", true),
    TRIANGLE("<path d='M12 3l10 18H2z'/>", true),
    DIAMOND("<path d='M12 2l10 10-10 10L2 12z'/>", true),
    DOT("<circle cx='12' cy='12' r='8'/>", true);

    private final String shapes;
    private final boolean filled;

    Glyph(String shapes) {
        this(shapes, false);
    }

    Glyph(String shapes, boolean filled) {
        this.shapes = shapes;
        this.filled = filled;
    }

    /** The icon of that name, such as {@code flame}; {@link #CIRCLE} for a name that is none. */
    public static Glyph named(String name) {
        for (var glyph : values()) {
            if (glyph.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return glyph;
            }
        }
        return CIRCLE;
    }

    /** Whether the shape is filled rather than outlined. */
    boolean filled() {
        return filled;
    }

    String svg() {
        return "<svg viewBox='0 0 24 24' focusable='false'>" + shapes + "</svg>";
    }
}
