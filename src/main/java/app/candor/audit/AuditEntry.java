package app.candor.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain.
 *
 * @param number from 1, without gaps
 * @param event id of the event; unique, so that a repeat adds nothing
 * @param at UTC, milliseconds
 * @param actor person id, or {@code system}
 * @param incident whose members alone may see it; null where it belongs to none
 * @param factsHash SHA-256 of the facts, which lie beside the chain so that they can be erased
 * @param previous hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 over all of the above, hex
 * @param facts as they lie beside the chain; empty once erased
 */
public record AuditEntry(
        long number,
        String event,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String incident,
        String factsHash,
        String previous,
        String hash,
        Map<String, String> facts) {}
