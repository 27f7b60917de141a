package app.candor.prosemirror;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast a log of steps is applied; its argument is a file that {@code frontend/oracle/speed.mjs}
 * wrote. Prints steps per second, the median of nine passes after four seconds of warming up, and
 * the size of the last document. {@code speed.mjs} times prosemirror-transform the same way.
 */
public final class CoreSpeed {
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final int PASSES = 9;

    private CoreSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Schema schema = Schema.candor();
        Map<String, @Nullable Object> log =
                Json.object(Json.parse(Files.readString(Path.of(arguments[0]))), "log");
        Node first = Node.fromJson(schema, log.get("doc"));
        List<Step> steps = new ArrayList<>();
        for (Object step : Json.array(log.get("steps"), "steps")) {
            steps.add(Step.fromJson(schema, step));
        }
        List<Double> rates = new ArrayList<>();
        int size = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            size = applied(first, steps).content().size();
        }
        for (int pass = 0; pass < PASSES; pass++) {
            long begun = System.nanoTime();
            size = applied(first, steps).content().size();
            rates.add(steps.size() * 1e9 / (System.nanoTime() - begun));
        }
        rates.sort(null);
        System.out.println("{\"rate\":" + rates.get(PASSES / 2) + ",\"size\":" + size + "}");
    }

    private static Node applied(Node first, List<Step> steps) {
        Node doc = first;
        for (Step step : steps) {
            doc =
                    switch (step.apply(doc)) {
                        case StepResult.Applied(Node next) -> next;
                        case StepResult.Failed(String reason) ->
                                throw new IllegalStateException(reason);
                    };
        }
        return doc;
    }
}
