package app.candor.comms;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    private final DraftFiles files;
    private final Preapprovals preapprovals;
    private final Clock clock;

    Release(
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            Policies policies,
            People people,
            HandOffDesk desk,
            DraftFiles files,
            Preapprovals preapprovals,
            Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.policies = policies;
        this.people = people;
        this.desk = desk;
        this.files = files;
        this.preapprovals = preapprovals;
        this.clock = clock;
    }

    /**
     * @param seen the revision that the releaser had before their eyes
     * @throws TextMoved if another one is in review now
     * @throws Refused if anything is missing; the message names all of it
     */
    Draft release(String id, Seen seen, Person releaser) {
        return drafts.change(id, draft -> released(draft, seen, releaser, null));
    }

    /**
     * The release that does not wait for all signatures; everything else is looked at as ever.
     *
     * @param opened by a senior leader, for this revision
     * @throws TextMoved if another revision is in review now
     * @throws Refused if it ran out, is for another revision, or one person is both
     */
    Draft inEmergency(String id, Seen seen, Emergency opened, Person second) {
        return drafts.change(id, draft -> released(draft, seen, second, opened));
    }

    private Change<Draft> released(
            Draft draft, Seen seen, Person releaser, @Nullable Emergency opened) {
        var review = draft.requireReview();
        if (seen.number() != review.number() || !seen.hash().equals(review.hash())) {
            throw new TextMoved();
        }
        var revision = revisions.get(review.hash());
        requireSame(draft, review, revision);
        files.of(revision);
        if (draft.standing() != null) {
            throw new Refused("A pre-approved wording leaves in an incident, never by itself.");
        }
        if (review.preapproved() != null) {
            preapprovals.require(draft, review, revision);
        }
        if (review.writers().contains(releaser.id())) {
            throw new Refused("Nobody releases a text they wrote. Somebody else has to.");
        }
        var missing = review.missing(policies.gates(review.policyVersion()), people::find);
        if (opened != null) {
            requireServes(opened, review, releaser);
        } else if (!missing.isEmpty()) {
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
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        opened == null
                                ? null
                                : new Emergency.Used(
                                        opened.leader(),
                                        opened.leaderName(),
                                        releaser.id(),
                                        releaser.name(),
                                        opened.reason(),
                                        missing));
        var told = new ArrayList<DomainEvent>();
        told.add(
                new DraftReleased(
                        draft.id(),
                        draft.incident(),
                        draft.owner(),
                        draft.kind(),
                        review.number(),
                        review.hash()));
        if (opened != null) {
            told.add(
                    new Emergency.Changed(
                            draft.id(),
                            draft.incident(),
                            "released in an emergency",
                            review.number()));
        }
        return new Change<>(draft.released(gone), told);
    }

    private void requireServes(Emergency opened, Review review, Person second) {
        if (review.voided() != null) {
            throw new Refused(
                    "What was signed is void: %s. Submit it again first."
                            .formatted(review.voided().cause()));
        }
        if (!opened.hash().equals(review.hash())) {
            throw new Refused("The emergency release was opened for another text.");
        }
        if (!opened.serves(clock.instant())) {
            throw new Refused("The emergency release ran out. A senior leader can open it again.");
        }
        if (opened.leader().equals(second.id())
                || people.find(opened.leader())
                        .filter(leader -> leader.has(Role.LEADERSHIP))
                        .isEmpty()) {
            throw new Refused("It takes a senior leader and a second person.");
        }
    }

    /** What is signed names its draft, number, kind, class and policy inside its bytes. */
    private static void requireSame(Draft draft, Review review, Revision revision) {
        if (!revision.draft().equals(draft.id())
                || revision.number() != review.number()
                || revision.kind() != draft.kind()
                || revision.severityClass() != review.severityClass()
                || revision.policyVersion() != review.policyVersion()
                || !Objects.equals(revision.preapproved(), review.preapproved())) {
            throw new Refused("What was signed is not a revision of this draft.");
        }
    }
}
