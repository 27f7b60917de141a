package app.candor.prosemirror;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces a range by a slice. */
public record ReplaceStep(int from, int to, Slice slice, boolean structure) implements Step {
    @Override
    public StepResult apply(Node doc) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Step invert(Node before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Step map(Mappable mapping) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StepMap getMap() {
        return StepMap.of(from, to - from, slice.size());
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        throw new UnsupportedOperationException();
    }
}
