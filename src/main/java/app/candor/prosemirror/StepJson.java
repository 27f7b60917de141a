package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads steps as prosemirror-transform prints them. */
final class StepJson {
    private static final String TYPE = "stepType";

    private StepJson() {}

    static Step read(Schema schema, @Nullable Object json) {
        Map<String, @Nullable Object> fields = Json.object(json, "step");
        String type = Json.string(fields.get(TYPE), TYPE);
        return switch (type) {
            case "replace" -> replace(schema, fields);
            case "replaceAround" -> replaceAround(schema, fields);
            case "addMark", "removeMark" -> mark(schema, fields, type.equals("addMark"));
            case "markSet" -> markSet(schema, fields);
            case "addNodeMark", "removeNodeMark" ->
                    new NodeMarkStep(
                            type.equals("addNodeMark"),
                            position(fields, "pos"),
                            Mark.fromJson(schema, fields.get("mark")));
            case "attr" -> new AttrStep(position(fields, "pos"), attr(fields), value(fields));
            case "docAttr" -> new DocAttrStep(attr(fields), value(fields));
            default -> throw new InvalidDocument("There is no such step type");
        };
    }

    private static Step replace(Schema schema, Map<String, @Nullable Object> fields) {
        int from = position(fields, "from");
        int to = position(fields, "to");
        ordered(from, to);
        return new ReplaceStep(
                from, to, Slice.fromJson(schema, fields.get("slice")), structure(fields));
    }

    private static Step replaceAround(Schema schema, Map<String, @Nullable Object> fields) {
        int from = position(fields, "from");
        int to = position(fields, "to");
        int gapFrom = position(fields, "gapFrom");
        int gapTo = position(fields, "gapTo");
        ordered(from, gapFrom, gapTo, to);
        Slice slice = Slice.fromJson(schema, fields.get("slice"));
        int insert = position(fields, "insert");
        ordered(insert, slice.size());
        return new ReplaceAroundStep(from, to, gapFrom, gapTo, slice, insert, structure(fields));
    }

    private static Step mark(Schema schema, Map<String, @Nullable Object> fields, boolean add) {
        int from = position(fields, "from");
        int to = position(fields, "to");
        ordered(from, to);
        return new MarkStep(add, from, to, Mark.fromJson(schema, fields.get("mark")));
    }

    private static Step markSet(Schema schema, Map<String, @Nullable Object> fields) {
        List<?> list = Json.array(fields.get("steps"), "steps");
        if (list.size() > StepWire.MOST_STEPS) {
            throw new InvalidDocument("More steps than one commit may have");
        }
        List<Step> steps = new ArrayList<>(list.size());
        for (Object member : list) {
            Object type = Json.object(member, "step").get(TYPE);
            if (!"addMark".equals(type) && !"removeMark".equals(type)) {
                throw new InvalidDocument("A set of mark steps holds something else");
            }
            steps.add(read(schema, member));
        }
        return new MarkSetStep(steps);
    }

    private static int position(Map<String, @Nullable Object> fields, String name) {
        return Json.position(fields.get(name), name);
    }

    private static boolean structure(Map<String, @Nullable Object> fields) {
        return Json.flag(fields.get("structure"), "structure");
    }

    private static String attr(Map<String, @Nullable Object> fields) {
        return Json.string(fields.get("attr"), "attr");
    }

    private static @Nullable Object value(Map<String, @Nullable Object> fields) {
        if (!fields.containsKey("value")) {
            throw new InvalidDocument("An attribute step has no value");
        }
        return Attributes.normal(fields.get("value"));
    }

    private static void ordered(int... positions) {
        for (int i = 1; i < positions.length; i++) {
            if (positions[i - 1] > positions[i]) {
                throw new InvalidDocument("Positions are out of order");
            }
        }
    }
}
