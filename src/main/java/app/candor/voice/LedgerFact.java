package app.candor.voice;

/**
 * A line of the ledger, for comparing.
 *
 * @param key {@code affected-count}
 * @param label as people read it
 * @param value as people read it: {@code 418 merchants}; empty while unknown
 * @param raw an ISO instant, a number, minutes, {@code yes} or {@code no}, or words; empty while
 *     unknown
 * @param source who confirmed it and when, for showing beside a contradiction
 */
public record LedgerFact(String key, String label, String value, String raw, String source) {
    public boolean known() {
        return !raw.isEmpty();
    }
}
