package app.candor.prosemirror;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps as the co-editing protocol spells them.
 *
 * <p>A plain insertion is {@code ["i", pos, "text"]}; every other step is what
 * prosemirror-transform prints.
 */
public final class StepWire {
    private final Schema schema;

    public StepWire(Schema schema) {
        this.schema = schema;
    }

    /**
     * @throws InvalidDocument if either form is malformed
     */
    public Step read(@Nullable Object json) {
        return Step.fromJson(schema, json);
    }

    /**
     * @param json an array of steps in either form
     * @throws InvalidDocument if it is none, or holds more than 1,000 steps
     */
    public List<Step> readAll(@Nullable Object json) {
        throw new UnsupportedOperationException();
    }

    /** The short form where one exists. */
    public Object write(Step step) {
        return step.toJson();
    }
}
