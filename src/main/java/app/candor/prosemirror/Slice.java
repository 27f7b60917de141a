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

    /** This slice with content put into it, or null if that does not fit. */
    @Nullable Slice insertAt(int pos, Fragment insert) {
        Fragment inserted =
                insertInto(content, pos + openStart, insert, openStart + 1, openEnd + 1, null);
        return inserted == null ? null : new Slice(inserted, openStart, openEnd);
    }

    private static @Nullable Fragment insertInto(
            Fragment content, int pos, Fragment insert, int start, int end, @Nullable Node parent) {
        Fragment.Place place = content.find(pos);
        int index = place.index();
        Node child = content.maybeChild(index);
        if (child == null || place.offset() == pos || child.isText()) {
            if (parent != null
                    && start <= 0
                    && end <= 0
                    && !parent.canReplace(index, index, insert)) {
                return null;
            }
            return content.cut(0, pos).append(insert).append(content.cut(pos, content.size()));
        }
        Fragment inner =
                insertInto(
                        child.content(),
                        pos - place.offset() - 1,
                        insert,
                        index == 0 ? start - 1 : 0,
                        index == content.childCount() - 1 ? end - 1 : 0,
                        child);
        return inner == null ? null : content.replaceChild(index, child.copy(inner));
    }

    /** This slice without a range, which must start and end in one parent. */
    Slice removeBetween(int from, int to) {
        return new Slice(
                removeRange(content, from + openStart, to + openStart), openStart, openEnd);
    }

    private static Fragment removeRange(Fragment content, int from, int to) {
        Fragment.Place start = content.find(from);
        Fragment.Place end = content.find(to);
        Node child = content.maybeChild(start.index());
        if (child == null || start.offset() == from || child.isText()) {
            if (end.offset() != to && !content.child(end.index()).isText()) {
                throw new InvalidDocument("A range to remove is not flat");
            }
            return content.cut(0, from).append(content.cut(to, content.size()));
        }
        if (start.index() != end.index()) {
            throw new InvalidDocument("A range to remove is not flat");
        }
        int open = start.offset() + 1;
        Fragment inner = removeRange(child.content(), from - open, to - open);
        return content.replaceChild(start.index(), child.copy(inner));
    }

    /**
     * @throws InvalidDocument if malformed, beyond the standard limits, or open deeper than it is
     */
    public static Slice fromJson(Schema schema, @Nullable Object json) {
        if (json == null) {
            return EMPTY;
        }
        Map<String, @Nullable Object> fields = Json.object(json, "slice");
        Fragment content =
                NodeJson.readAll(schema, fields.get("content"), new Budget(Limits.STANDARD));
        int openStart = openness(fields.get("openStart"));
        int openEnd = openness(fields.get("openEnd"));
        if (openStart > reach(content, true) || openEnd > reach(content, false)) {
            throw new InvalidDocument("A slice is open deeper than it is");
        }
        return new Slice(content, openStart, openEnd);
    }

    private static int openness(@Nullable Object json) {
        return json == null ? 0 : Json.position(json, "open depth");
    }

    private static int reach(Fragment content, boolean start) {
        int depth = 0;
        Fragment at = content;
        while (at.childCount() > 0) {
            Node edge = at.child(start ? 0 : at.childCount() - 1);
            if (edge.isLeaf()) {
                break;
            }
            depth++;
            at = edge.content();
        }
        return depth;
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
