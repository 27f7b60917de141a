package app.candor.coedit.margin;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a comment or a suggestion.
 *
 * @param text id of the text; open pages of it draw their margin anew
 * @param what past tense: {@code commented}, {@code suggested}, {@code accepted}
 * @param message id of the newest message, empty if there is none
 */
public record MarginChanged(
        String note, String text, @Nullable String incident, String what, String message)
        implements DomainEvent {

    @Override
    public String subject() {
        return topic(text);
    }

    @Override
    public String action() {
        return what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("note", note);
    }

    /** The topic of open pages that show the margin of a text. */
    public static String topic(String text) {
        return "margin:" + text;
    }
}
