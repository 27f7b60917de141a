package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.coedit.Version;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The desk where a text is closed to typing and put before its signers, and taken back.
 *
 * <p>In this order: the text is locked at an exact version, the revision is stored under its hash,
 * the draft names it. A crash in between leaves a locked text and no review; submitting again goes
 * on from there.
 */
@Service
public class Submissions {
    private final DraftStore drafts;
    private final DraftTexts texts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Audiences audiences;
    private final CorrectedTexts corrected;
    private final Preapprovals preapprovals;
    private final Policies policies;
    private final Access access;
    private final Wording wording;
    private final DraftPictures pictures;
    private final List<SubmissionHold> holds;
    private final RefusedComms refused;
    private final Clock clock;

    Submissions(
            DraftStore drafts,
            DraftTexts texts,
            Revisions revisions,
            Occasions occasions,
            Audiences audiences,
            CorrectedTexts corrected,
            Preapprovals preapprovals,
            Policies policies,
            Access access,
            Wording wording,
            DraftPictures pictures,
            List<SubmissionHold> holds,
            RefusedComms refused,
            Clock clock) {
        this.drafts = drafts;
        this.texts = texts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.audiences = audiences;
        this.corrected = corrected;
        this.preapprovals = preapprovals;
        this.policies = policies;
        this.access = access;
        this.wording = wording;
        this.pictures = pictures;
        this.holds = holds;
        this.refused = refused;
        this.clock = clock;
    }

    /** What would keep it from being submitted now, in words; empty if nothing. */
    public List<String> problems(String id) {
        var draft = drafts.get(id);
        access.require(Act.READ, occasions.guarded(draft.incident()));
        var current = texts.current(draft);
        var problems = new ArrayList<>(submission(draft, current).problems());
        problems.addAll(pictures.problems(draft, current.doc().toJson()));
        problems.addAll(wording.problems(draft, current.doc()));
        problems.addAll(held(draft).toList());
        return problems;
    }

    /**
     * Makes the next revision and puts it before its signers.
     *
     * @throws Refused without the role, if something is missing in the text, or if a revision that
     *     still counts is in review already
     */
    public Draft submit(String id) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                Act.DRAFT,
                () -> submit(id, access.require(Act.DRAFT, occasions.guarded(incident))));
    }

    /**
     * Opens the text for typing; its signatures are void.
     *
     * @throws Refused without the role, or unless it is in review
     */
    public Draft withdraw(String id) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                Act.DRAFT,
                () -> {
                    var person = access.require(Act.DRAFT, occasions.guarded(incident));
                    return drafts.change(id, draft -> draft.withdraw(person, clock.instant()));
                });
    }

    /** As {@link #submit(String)}, for whoever may; asks nobody's rights. */
    Draft submit(String id, Person by) {
        var draft = drafts.get(id);
        draft.requireSubmittable();
        requireNotHeld(draft);
        var locked = texts.lock(draft, by.id());
        try {
            var inAdvance = preapprovals.of(draft, locked.doc().toJson());
            var revision = revision(draft, locked, by);
            var unfit = pictures.problems(draft, revision.text().document());
            if (!unfit.isEmpty()) {
                throw new Refused(String.join(" ", unfit));
            }
            wording.requireClean(draft, locked.doc());
            revisions.keep(revision);
            var writers = texts.writers(draft);
            drafts.change(
                    id,
                    latest -> {
                        if (!latest.bundle().equals(draft.bundle())
                                || latest.highestClass() != draft.highestClass()) {
                            throw new Refused(
                                    "Subject, audience or severity changed while you submitted."
                                            + " Look at it and submit again.");
                        }
                        var submitted =
                                inAdvance
                                        .map(from ->
                                                latest.submit(
                                                        revision,
                                                        from.writers(),
                                                        from.signatures()))
                                        .orElseGet(() -> latest.submit(revision, writers));
                        return wording.calledIn(submitted, locked.doc());
                    });
            return agreed(id, revision, by);
        } catch (RuntimeException notSubmitted) {
            texts.openUnlessInReview(id, "Not submitted", by.id());
            throw notSubmitted;
        }
    }

    private void requireNotHeld(Draft draft) {
        var reasons = held(draft).toList();
        if (!reasons.isEmpty()) {
            throw new Refused(String.join(" ", reasons));
        }
    }

    private Stream<String> held(Draft draft) {
        return holds.stream().flatMap(hold -> hold.reasons(draft).stream());
    }

    /** The lock again, in case somebody whose own attempt failed opened the text meanwhile. */
    private Draft agreed(String id, Revision revision, Person by) {
        var draft = drafts.get(id);
        if (draft.review().filter(review -> review.number() == revision.number()).isEmpty()) {
            return draft;
        }
        if (texts.lock(draft, by.id()).seq() != revision.text().seq()) {
            return drafts.change(
                    id,
                    latest ->
                            latest.voidSignatures(
                                    revision.number(),
                                    "The text was edited while it was submitted",
                                    clock.instant()));
        }
        return draft;
    }

    private Revision revision(Draft draft, Version locked, Person by) {
        return submission(draft, locked)
                .revision(
                        new Revision.Text(draft.textId(), locked.seq(), locked.doc().toJson()),
                        policies.active(PolicyKind.GATES).number(),
                        by.id(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Submission submission(Draft draft, Version version) {
        var occasion = occasions.of(draft.incident()).with(draft.use());
        var document = version.doc().toJson();
        return new Submission(
                draft,
                occasion,
                audiences.resolve(draft, occasion),
                document,
                corrected.of(draft).orElse(null),
                preapprovals.of(draft, document).map(Preapprovals.Carried::from).orElse(null));
    }
}
