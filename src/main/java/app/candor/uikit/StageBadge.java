package app.candor.uikit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A disc that fills as the incident moves on, and the stage's name. */
public class StageBadge extends Span {

    /** The stage as any constant whose name is a stage's, such as {@code IDENTIFIED}. */
    public StageBadge(Enum<?> stage) {
        this(stage.name());
    }

    /**
     * @param stage name in any case: suspected, investigating, identified, monitoring, resolved,
     *     review, closed, dismissed
     */
    public StageBadge(String stage) {
        var name = stage.toLowerCase(Locale.ROOT);
        addClassNames("stage", "st-" + name);
        add(
                new Icon(disc(name)),
                new Span(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }

    private static Glyph disc(String name) {
        return switch (name) {
            case "suspected", "review" -> Glyph.DISC_DASHED;
            case "investigating" -> Glyph.DISC_QUARTER;
            case "identified" -> Glyph.DISC_HALF;
            case "monitoring" -> Glyph.DISC_THREE_QUARTERS;
            case "resolved", "closed" -> Glyph.DISC_FULL;
            case "dismissed" -> Glyph.VOID;
            default -> Glyph.DISC_EMPTY;
        };
    }
}
