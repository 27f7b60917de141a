package app.candor.comms;

import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.incident.Accounts;
import app.candor.incident.FactKey;
import app.candor.policy.Policies;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether signatures given in advance stand behind a notice. Looked at when it is submitted and
 * once more when it leaves; checks no rights.
 */
@Component
class Preapprovals {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Policies policies;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    Preapprovals(
            DraftStore drafts,
            Revisions revisions,
            Policies policies,
            Accounts accounts,
            People people,
            Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.policies = policies;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What a notice takes over from the wording that it repeats.
     *
     * @param writers ids of who wrote the wording: none of them releases the notice
     */
    record Carried(Preapproved from, List<Signature> signatures, Set<String> writers) {}

    /** Why no incident may use the wording now, in words; empty while it is in force. */
    List<String> missing(Draft wording) {
        var standing = wording.standing();
        if (standing == null) {
            return List.of("This is no pre-approved wording.");
        }
        if (!clock.instant().isBefore(standing.until())) {
            return List.of("It ran out. It has to be signed again.");
        }
        return wording.review()
                .map(review -> review.missing(policies.gates(review.policyVersion()), people::find))
                .orElse(List.of("It is being written and not signed yet."));
    }

    /** The names that slots may take now. */
    Slots slots() {
        var company = policies.voice().book().company();
        return new Slots(
                Map.of(
                        FactKey.COMPONENTS, company.components(),
                        FactKey.REGIONS, company.regions(),
                        FactKey.INTEGRATIONS, List.copyOf(accounts.choices().integrations())));
    }

    /**
     * Empty for a draft that began from no wording, if a word of it was changed, or if the wording
     * is not in force: then the notice needs signatures of its own.
     */
    Optional<Carried> of(Draft draft, Map<String, @Nullable Object> document) {
        var use = draft.use();
        if (use == null) {
            return Optional.empty();
        }
        return drafts.find(use.wording())
                .filter(wording -> missing(wording).isEmpty())
                .flatMap(Draft::review)
                .filter(review -> repeats(draft, document, revisions.get(review.hash())))
                .map(review ->
                        new Carried(
                                new Preapproved(use.wording(), review.number(), review.hash()),
                                review.signatures(),
                                review.writers()));
    }

    /**
     * @throws Refused if the notice in review is not the wording that it names, the wording is not
     *     in force any more, or a slot holds other than a ledger's time or a name of a list
     */
    void require(Draft draft, Review review, Revision revision) {
        var carried =
                of(draft, revision.text().document())
                        .filter(now -> now.from().equals(review.preapproved()))
                        .filter(now -> now.signatures().equals(review.signatures()))
                        .orElseThrow(() ->
                                new Refused(
                                        "The pre-approved wording behind this text is not in force"
                                                + " any more. Withdraw it and submit it for"
                                                + " signatures."));
        var wording = revisions.get(carried.from().revision());
        if (!wording.subject().equals(revision.subject())
                || !wording.attachments().equals(revision.attachments())) {
            throw new Refused("This is not what was signed in advance.");
        }
        requireFilled(revision);
    }

    /**
     * @throws Refused naming each slot without a value that it may take
     */
    void requireFilled(Revision revision) {
        var slots = slots();
        var problems =
                revision.shownFacts().stream()
                        .flatMap(fact -> slots.problem(fact).stream())
                        .toList();
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
    }

    private static boolean repeats(
            Draft draft, Map<String, @Nullable Object> document, Revision wording) {
        return wording.text().document().equals(document)
                && wording.subject().equals(draft.bundle().subject())
                && wording.attachments().equals(draft.bundle().attachments())
                && wording.kind() == draft.kind()
                && wording.audience().scope() == draft.bundle().audience().scope();
    }
}
