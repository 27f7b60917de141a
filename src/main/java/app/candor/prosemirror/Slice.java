package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece cut out of a document.
 *
 * @param openStart how many nodes at its start were cut through
 * @param openEnd how many nodes at its end were cut through
 */
public record Slice(Fragment content, int openStart, int openEnd) {
    public static final Slice EMPTY = new Slice(Fragment.EMPTY, 0, 0);

    /** What inserting this adds to a document, in positions. */
    public int size() {
        return content.size() - openStart - openEnd;
    }

    /**
     * @throws InvalidDocument if malformed, or open deeper than it is
     */
    public static Slice fromJson(Schema schema, @Nullable Object json) {
        throw new UnsupportedOperationException();
    }

    public @Nullable Map<String, @Nullable Object> toJson() {
        if (content.size() == 0) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("content", content.toJson());
        if (openStart > 0) {
            json.put("openStart", (long) openStart);
        }
        if (openEnd > 0) {
            json.put("openEnd", (long) openEnd);
        }
        return json;
    }
}
