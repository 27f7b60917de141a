package app.candor.voice;

import java.util.List;
import java.util.Optional;

/**
 * What has to be known of a text to judge it.
 *
 * @param subject the subject line, or the question that a FAQ answer answers; may be empty
 * @param ledger the facts of the incident; one that is missing counts as unknown
 * @param siblings other texts of the incident that are out or on their way
 */
public record Circumstances(
        TextKind kind,
        Phase phase,
        Matter matter,
        String subject,
        List<LedgerFact> ledger,
        List<Sibling> siblings) {

    public Circumstances {
        ledger = List.copyOf(ledger);
        siblings = List.copyOf(siblings);
    }

    /** A text that belongs to no incident. */
    public static Circumstances of(TextKind kind) {
        return new Circumstances(kind, Phase.NONE, Matter.NONE, "", List.of(), List.of());
    }

    public Circumstances at(Phase at, Matter of) {
        return new Circumstances(kind, at, of, subject, ledger, siblings);
    }

    public Circumstances about(String line) {
        return new Circumstances(kind, phase, matter, line, ledger, siblings);
    }

    public Circumstances with(List<LedgerFact> facts, List<Sibling> others) {
        return new Circumstances(kind, phase, matter, subject, facts, others);
    }

    Optional<LedgerFact> fact(String key) {
        return ledger.stream().filter(fact -> fact.key().equals(key)).findFirst();
    }

    boolean knows(String key) {
        return fact(key).filter(LedgerFact::known).isPresent();
    }

    boolean hasIncident() {
        return phase != Phase.NONE;
    }
}
