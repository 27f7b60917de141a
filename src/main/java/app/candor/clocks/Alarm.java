package app.candor.clocks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which somebody has to be told: a clock that warns or is breached, an approver who
 * stays silent.
 *
 * @param id of this moment, chosen by its source from what is owed, the due time and the step: it
 *     rings once, however often and on however many nodes it is found
 * @param kind which source hears it ring
 * @param incident whose members alone may know; null where it belongs to none
 * @param facts what the source needs to know who is told; codes and ids only
 */
public record Alarm(String id, String kind, @Nullable String incident, Map<String, String> facts) {
    public Alarm {
        facts = Map.copyOf(facts);
    }
}
