package app.candor.prosemirror;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One atomic change of a document. */
public sealed interface Step
        permits ReplaceStep,
                ReplaceAroundStep,
                MarkStep,
                MarkSetStep,
                NodeMarkStep,
                AttrStep,
                DocAttrStep {

    /**
     * @return the document after the step, or why the step does not fit
     * @throws InvalidDocument if the step points outside of the document or makes no sense in it
     */
    StepResult apply(Node doc);

    /** The step that undoes this one, made on the document as it was before. */
    Step invert(Node before);

    /** This step with its positions moved, or null if what it changed is gone. */
    @Nullable Step map(Mappable mapping);

    /** How positions move. */
    default StepMap getMap() {
        return StepMap.EMPTY;
    }

    /** The form prosemirror-transform prints. */
    Map<String, @Nullable Object> toJson();

    /**
     * @throws InvalidDocument if the JSON is no step of this schema
     */
    static Step fromJson(Schema schema, @Nullable Object json) {
        return StepJson.read(schema, json);
    }
}
