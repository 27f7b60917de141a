package app.candor.comms;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * The one way out. Nothing that was noted before counts here: bytes, hash, gates, people and what
 * the ledger says are looked at again, and one conditional write of the draft decides.
 */
@Component
class Release {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Policies policies;
    private final People people;
    private final HandOffDesk desk;
    private final Clock clock;

    Release(
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            Policies policies,
            People people,
            HandOffDesk desk,
            Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.policies = policies;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param seen the revision that the releaser had before their eyes
     * @throws TextMoved if another one is in review now
     * @throws Refused if anything is missing; the message names all of it
     */
    Draft release(String id, Seen seen, Person releaser) {
        return drafts.change(id, draft -> released(draft, seen, releaser));
    }

    private Change<Draft> released(Draft draft, Seen seen, Person releaser) {
        var review = draft.requireReview();
        if (seen.number() != review.number() || !seen.hash().equals(review.hash())) {
            throw new TextMoved();
        }
        var revision = revisions.get(review.hash());
        requireSame(draft, review, revision);
        if (review.writers().contains(releaser.id())) {
            throw new Refused("Nobody releases a text they wrote. Somebody else has to.");
        }
        var missing = review.missing(policies.gates(review.policyVersion()), people::find);
        if (!missing.isEmpty()) {
            throw new Refused("It cannot be released yet. " + String.join(" ", missing));
        }
        var occasion = occasions.of(draft.incident());
        Drift.of(revision, draft, occasion)
                .ifPresent(cause -> {
                    throw new Refused(cause + " since it was submitted. Submit it again.");
                });
        desk.requireSomebody(draft.kind(), occasion.guarded());
        var gone =
                new DraftState.Released(
                        review.number(),
                        review.hash(),
                        review.policyVersion(),
                        review.signatures(),
                        releaser.id(),
                        releaser.name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return Change.of(
                draft.released(gone),
                new DraftReleased(
                        draft.id(),
                        draft.incident(),
                        draft.owner(),
                        draft.kind(),
                        review.number(),
                        review.hash()));
    }

    /** What is signed names its draft, number, kind, class and policy inside its bytes. */
    private static void requireSame(Draft draft, Review review, Revision revision) {
        if (!revision.draft().equals(draft.id())
                || revision.number() != review.number()
                || revision.kind() != draft.kind()
                || revision.severityClass() != review.severityClass()
                || revision.policyVersion() != review.policyVersion()) {
            throw new Refused("What was signed is not a revision of this draft.");
        }
    }
}
