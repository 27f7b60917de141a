package app.candor.faq;

import app.candor.faq.index.Synonyms;
import app.candor.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The synonyms in force, kept in memory until a policy changes on some node. */
@Component
class KnownSynonyms {
    private final Policies policies;
    private volatile @Nullable Synonyms known;

    KnownSynonyms(Policies policies) {
        this.policies = policies;
    }

    Synonyms inForce() {
        var kept = known;
        if (kept == null) {
            kept = new Synonyms(policies.synonyms().sets());
            known = kept;
        }
        return kept;
    }

    void forget() {
        known = null;
    }
}
