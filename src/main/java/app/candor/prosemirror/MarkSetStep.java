package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mark steps done at once: what undoing one over differently marked text takes.
 *
 * @param steps mark steps, or sets of them where one was undone that itself undid several
 */
public record MarkSetStep(List<? extends Step> steps) implements Step {

    @Override
    public StepResult apply(Node doc) {
        StepResult result = new StepResult.Applied(doc);
        for (Step step : steps) {
            if (!(result instanceof StepResult.Applied(Node current))) {
                break;
            }
            result = step.apply(current);
        }
        return result;
    }

    @Override
    public Step invert(Node before) {
        return new MarkSetStep(steps.stream().map(step -> step.invert(before)).toList());
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        List<Step> mapped = new ArrayList<>(steps.size());
        for (Step step : steps) {
            Step moved = step.map(mapping);
            if (moved != null) {
                mapped.add(moved);
            }
        }
        return mapped.isEmpty() ? null : new MarkSetStep(mapped);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", "markSet");
        json.put("steps", steps.stream().map(Step::toJson).toList());
        return json;
    }
}
