package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads nodes as prosemirror-model prints them, as far as the budget goes. */
final class NodeJson {
    private static final int MOST_MARKS = 32;

    private NodeJson() {}

    static Node read(Schema schema, @Nullable Object json, Budget budget) {
        Map<String, @Nullable Object> fields = Json.object(json, "node");
        NodeType type = schema.nodeType(Json.string(fields.get("type"), "type of a node"));
        String words = type.isText() ? Json.string(fields.get("text"), "text") : "";
        budget.enter(words.length());
        List<Mark> marks = marks(schema, fields.get("marks"));
        Node node =
                type.isText()
                        ? schema.text(words, marks)
                        : type.create(
                                Json.optionalObject(fields.get("attrs"), "attributes"),
                                content(schema, type, fields.get("content"), budget),
                                marks);
        budget.leave();
        return node;
    }

    private static Fragment content(
            Schema schema, NodeType type, @Nullable Object json, Budget budget) {
        Fragment content = readAll(schema, json, budget);
        if (type.isLeaf() && content.size() > 0) {
            throw new InvalidDocument("Nothing can be inside of " + type);
        }
        return content;
    }

    static Fragment readAll(Schema schema, @Nullable Object json, Budget budget) {
        if (json == null) {
            return Fragment.EMPTY;
        }
        List<Node> nodes = new ArrayList<>();
        for (Object child : Json.array(json, "content")) {
            nodes.add(read(schema, child, budget));
        }
        return Fragment.joined(nodes);
    }

    private static List<Mark> marks(Schema schema, @Nullable Object json) {
        if (json == null) {
            return List.of();
        }
        List<?> list = Json.array(json, "marks");
        if (list.size() > MOST_MARKS) {
            throw new InvalidDocument("More marks than a text can have");
        }
        List<Mark> marks = new ArrayList<>(list.size());
        for (Object mark : list) {
            marks.add(Mark.fromJson(schema, mark));
        }
        return marks;
    }
}
