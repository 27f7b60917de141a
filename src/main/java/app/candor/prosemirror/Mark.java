package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Emphasis, a link and the like on inline content.
 *
 * @param attrs values by name, in the order of the schema
 */
public record Mark(MarkType type, Map<String, @Nullable Object> attrs) {

    /** The set with this mark in its place; marks it excludes are gone. */
    public List<Mark> addTo(List<Mark> set) {
        List<Mark> result = new ArrayList<>(set.size() + 1);
        boolean placed = false;
        for (Mark other : set) {
            if (equals(other)) {
                return set;
            }
            if (type.excludes(other.type)) {
                continue;
            }
            if (other.type.excludes(type)) {
                return set;
            }
            if (!placed && other.type.rank() > type.rank()) {
                result.add(this);
                placed = true;
            }
            result.add(other);
        }
        if (!placed) {
            result.add(this);
        }
        return List.copyOf(result);
    }

    public List<Mark> removeFrom(List<Mark> set) {
        int at = set.indexOf(this);
        if (at < 0) {
            return set;
        }
        List<Mark> result = new ArrayList<>(set);
        result.remove(at);
        return List.copyOf(result);
    }

    /** Marks in the order of their rank. */
    static List<Mark> sorted(List<Mark> marks) {
        if (marks.size() < 2) {
            return List.copyOf(marks);
        }
        return marks.stream().sorted(Comparator.comparingInt(m -> m.type.rank())).toList();
    }

    /**
     * @throws InvalidDocument if the schema has no such mark or an attribute is wrong
     */
    public static Mark fromJson(Schema schema, @Nullable Object json) {
        Map<String, @Nullable Object> fields = Json.object(json, "mark");
        return schema.markType(Json.string(fields.get("type"), "type of a mark"))
                .create(Json.optionalObject(fields.get("attrs"), "attrs of a mark"));
    }

    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", type.name());
        if (!attrs.isEmpty()) {
            json.put("attrs", attrs);
        }
        return json;
    }
}
