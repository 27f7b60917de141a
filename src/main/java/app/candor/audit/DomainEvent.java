package app.candor.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate, told in the past tense. Implementations are records of
 * simple values: they are stored inside the aggregate until the relay has moved them.
 */
public interface DomainEvent {

    /** What it happened to, as {@code kind:id}: {@code incident:7Hq…}. */
    String subject();

    /** Past tense, for the log: {@code declared}, {@code signed}. */
    String action();

    /** Short facts for the log: codes, hashes and numbers, no text that people wrote. */
    default Map<String, String> facts() {
        return Map.of();
    }

    /** The incident whose members alone may see the entry; null where it belongs to none. */
    default @Nullable String incident() {
        return null;
    }
}
