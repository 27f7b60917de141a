package app.candor.comms;

import app.candor.access.Guarded;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft needs to know of its incident, as it stands now.
 *
 * @param id of the incident; null where there is none
 * @param key as people say it; empty where there is none
 * @param severity null until declared
 * @param facts the whole ledger; none of them marked as shown
 * @param affected accounts with their contacts
 */
record Occasion(
        @Nullable String id,
        String key,
        String title,
        @Nullable Severity severity,
        SeverityClass severityClass,
        Guarded guarded,
        List<PinnedFact> facts,
        List<Recipient> affected) {

    /** With the values that a notice took from a list, where the ledger has none. */
    Occasion with(@Nullable NoticeUse use) {
        if (use == null || use.chosen().isEmpty()) {
            return this;
        }
        var all = new ArrayList<PinnedFact>();
        facts.stream().filter(fact -> !fact.unknown()).forEach(all::add);
        use.chosen().stream()
                .filter(chosen -> all.stream().noneMatch(fact -> fact.key().equals(chosen.key())))
                .forEach(all::add);
        facts.stream()
                .filter(fact -> all.stream().noneMatch(one -> one.key().equals(fact.key())))
                .forEach(all::add);
        return new Occasion(id, key, title, severity, severityClass, guarded, all, affected);
    }

    /** Of a text that belongs to no incident. */
    static Occasion none() {
        return new Occasion(
                null, "", "", null, SeverityClass.LOW, Guarded.open(), List.of(), List.of());
    }
}
