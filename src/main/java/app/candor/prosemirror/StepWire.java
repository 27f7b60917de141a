package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps as the co-editing protocol spells them.
 *
 * <p>A plain insertion is {@code ["i", pos, "text"]}; every other step is what
 * prosemirror-transform prints.
 */
public final class StepWire {
    /** Most steps one commit may have. */
    public static final int MOST_STEPS = 2_000;

    private static final String INSERT = "i";

    private final Schema schema;

    public StepWire(Schema schema) {
        this.schema = schema;
    }

    /**
     * @throws InvalidDocument if either form is malformed
     */
    public Step read(@Nullable Object json) {
        if (!(json instanceof List<?> insertion)) {
            return Step.fromJson(schema, json);
        }
        if (insertion.size() != 3 || !INSERT.equals(insertion.get(0))) {
            throw new InvalidDocument("There is no such short form of a step");
        }
        int pos = Json.position(insertion.get(1), "position");
        String text = Json.string(insertion.get(2), "text");
        if (text.length() > Limits.STANDARD.size()) {
            throw new InvalidDocument("Larger than allowed");
        }
        Fragment words = Fragment.of(schema.text(text, List.of()));
        return new ReplaceStep(pos, pos, new Slice(words, 0, 0), false);
    }

    /**
     * @param json an array of steps in either form
     * @throws InvalidDocument if it is none, or holds more than {@link #MOST_STEPS}
     */
    public List<Step> readAll(@Nullable Object json) {
        List<?> list = Json.array(json, "steps");
        if (list.size() > MOST_STEPS) {
            throw new InvalidDocument("More steps than one commit may have");
        }
        List<Step> steps = new ArrayList<>(list.size());
        for (Object step : list) {
            steps.add(read(step));
        }
        return steps;
    }

    /** The short form as a list where one exists, else the long one as a map. */
    public Object write(Step step) {
        if (step instanceof ReplaceStep(int from, int to, Slice slice, boolean structure)
                && from == to
                && !structure
                && slice.content().childCount() == 1
                && slice.content().child(0).isText()
                && slice.content().child(0).marks().isEmpty()) {
            return List.of(INSERT, (long) from, slice.content().child(0).text());
        }
        return step.toJson();
    }

    public List<Object> writeAll(List<? extends Step> steps) {
        return steps.stream().map(this::write).toList();
    }
}
