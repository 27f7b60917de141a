package app.candor.uikit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Octagon, triangle, diamond or circle, with the word; the fill grows lighter as severity falls.
 *
 * <p>Takes the severity as any constant named {@code SEV0} to {@code SEV3}: the type lives in a
 * module above this one.
 */
public class SeverityBadge extends Span {

    /**
     * @param severity null while there is none: “No SEV”
     */
    public SeverityBadge(@Nullable Enum<?> severity) {
        this(severity == null ? "" : severity.name());
    }

    /**
     * @param severity {@code SEV0} to {@code SEV3}; anything else reads “No SEV”
     */
    public SeverityBadge(String severity) {
        addClassName("badge");
        var glyph =
                switch (severity) {
                    case "SEV0" -> Glyph.OCTAGON;
                    case "SEV1" -> Glyph.TRIANGLE;
                    case "SEV2" -> Glyph.DIAMOND;
                    case "SEV3" -> Glyph.DOT;
                    default -> null;
                };
        if (glyph == null) {
            addClassName("outline");
            add("No SEV");
        } else {
            addClassName(severity.toLowerCase(Locale.ROOT));
            add(new Icon(glyph), new Span(severity));
        }
    }
}
