package app.candor.comms;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import app.candor.comms.DraftState.Editing;
import app.candor.comms.DraftState.InReview;
import app.candor.policy.GatePolicy;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id short and random; part of every hash, so that no signature fits another draft
 * @param incident id; null for an evergreen answer
 * @param owner id of what it belongs to in another module, such as a FAQ entry; null for none
 * @param highestClass the highest held since the draft was begun; only ever rises
 * @param invited ids of people whom the communications lead lets write in it
 * @param revisions how many revisions were submitted so far
 * @param past earlier reviews, oldest first
 * @param corrects id of the released draft that this one corrects; null for none
 * @param standing what makes it a pre-approved wording; null for a message
 * @param use the pre-approved wording it was begun from; null for none
 */
public record Draft(
        String id,
        DraftKind kind,
        @Nullable String incident,
        @Nullable String owner,
        String textId,
        Bundle bundle,
        SeverityClass highestClass,
        String begunBy,
        Instant begunAt,
        Set<String> invited,
        int revisions,
        List<PastReview> past,
        DraftState state,
        @Nullable String corrects,
        @Nullable Standing standing,
        @Nullable NoticeUse use) {

    public Draft {
        invited = Set.copyOf(invited);
        past = List.copyOf(past);
    }

    /** {@code E-mail to affected accounts}. */
    public String title() {
        if (standing != null) {
            return "Pre-approved %s, %s"
                    .formatted(
                            kind.label().toLowerCase(Locale.ROOT),
                            standing.stage().label().toLowerCase(Locale.ROOT));
        }
        if (kind == DraftKind.FAQ_ANSWER && !bundle.subject().isBlank()) {
            return bundle.subject();
        }
        var title = kind.titleFor(bundle.audience().scope());
        return corrects == null ? title : "Correction: " + title;
    }

    /** The review it is in, if it is in one. */
    public Optional<Review> review() {
        return state instanceof InReview(var review) ? Optional.of(review) : Optional.empty();
    }

    /** Number of the revision that is written, in review, or was released. */
    public int version() {
        return state instanceof Editing ? revisions + 1 : revisions;
    }

    /** Whether whoever gets it can get pictures in it. */
    public boolean takesPictures() {
        return standing == null && bundle.channel().takesPictures();
    }

    public boolean isOpen() {
        return !(state instanceof DraftState.Released);
    }

    /**
     * @throws Refused unless it is being edited, and the subject one line of 1 to 200 characters
     */
    Change<Draft> changeSubject(String text, String by) {
        requireEditing("change the subject");
        return Change.of(
                with(bundle.subject(text, by), revisions, past, state), event("subject changed"));
    }

    /**
     * @throws Refused unless it is being edited
     */
    Change<Draft> changeAudience(Audience next) {
        requireEditing("change the audience");
        if (standing != null) {
            throw new Refused("A pre-approved wording goes to the usual readers of its kind.");
        }
        if (corrects != null) {
            throw new Refused("A correction goes to everybody who got the text it corrects.");
        }
        return Change.of(
                with(bundle.audience(next), revisions, past, state), event("audience changed"));
    }

    /**
     * Adds a file that leaves with the text.
     *
     * @throws Refused unless it is being edited
     */
    Change<Draft> attach(Attachment file, String by) {
        requireEditing("attach files");
        return Change.of(
                with(bundle.attach(file, by), revisions, past, state), event("file attached"));
    }

    /**
     * @throws Refused unless it is being edited
     */
    Change<Draft> detach(Attachment file, String by) {
        requireEditing("remove files");
        return Change.of(
                with(bundle.detach(file, by), revisions, past, state), event("file removed"));
    }

    /** The class only rises: what was begun at high severity keeps its gates. */
    Change<Draft> raiseClass(SeverityClass at) {
        return Change.of(with(highestClass.worse(at), invited));
    }

    /** Lets somebody write in it, who thereby gives up signing it. */
    Change<Draft> invite(String person) {
        requireEditing("invite writers");
        var more = new HashSet<>(invited);
        more.add(person);
        return Change.of(with(highestClass, more), event("writer invited"));
    }

    /**
     * Puts a revision before its signers.
     *
     * @throws Refused if one that still counts is there already, or it was released
     */
    Change<Draft> submit(Revision revision, Set<String> writers) {
        var all = new HashSet<>(writers);
        all.addAll(bundle.subjectWriters());
        all.add(revision.submittedBy());
        return submit(revision, all, List.of());
    }

    /**
     * Puts a revision below the signatures of the pre-approved wording that it repeats.
     *
     * @param writers of the wording: whoever fills its slots wrote nothing
     * @throws Refused if one that still counts is in review already, or it was released
     */
    Change<Draft> submit(Revision revision, Set<String> writers, List<Signature> inAdvance) {
        requireSubmittable();
        if (revision.number() != revisions + 1) {
            throw new TextMoved();
        }
        var review =
                new Review(
                        revision.number(),
                        revision.hash(),
                        kind,
                        revision.severityClass(),
                        revision.policyVersion(),
                        revision.submittedBy(),
                        revision.submittedAt(),
                        writers,
                        Set.of(),
                        inAdvance,
                        null,
                        revision.preapproved());
        var next =
                with(
                        bundle,
                        revision.number(),
                        ended(revision.submittedAt(), "Submitted again"),
                        new InReview(review));
        return Change.of(
                next,
                new DraftSubmitted(
                        id,
                        incident,
                        kind,
                        review.number(),
                        review.hash(),
                        review.policyVersion()));
    }

    /**
     * @throws TextMoved if the signer saw another revision
     * @throws Refused if the rules do not let them sign
     */
    Change<Draft> sign(
            GatePolicy policy,
            String gateKey,
            Person signer,
            Seen seen,
            Instant now,
            @Nullable FreshLogin login) {
        var review = requireReview();
        var gate = review.requireSignable(policy, gateKey, signer, seen);
        var signed = review.signed(gate, signer, now, login);
        return Change.of(
                with(bundle, revisions, past, new InReview(signed)),
                new DraftSigned(
                        id,
                        incident,
                        gate.key(),
                        review.number(),
                        review.hash(),
                        signed.complete(policy)));
    }

    /**
     * Back to the writers, with the reason; the text opens for typing.
     *
     * @throws TextMoved if they saw another revision
     * @throws Refused without a reason, or if the gate is not theirs
     */
    Change<Draft> sendBack(
            GatePolicy policy,
            String gateKey,
            Person signer,
            Seen seen,
            String reason,
            Instant now) {
        var review = requireReview();
        if (reason.isBlank()) {
            throw new Refused("Say what has to change. The writers see your words.");
        }
        if (seen.number() != review.number() || !seen.hash().equals(review.hash())) {
            throw new TextMoved();
        }
        var gate = review.requireGate(policy, gateKey);
        if (gate.roles().stream().noneMatch(signer::has)) {
            throw new Refused("This gate is for: " + Review.holders(gate) + ".");
        }
        var word =
                new DraftState.SendBack(
                        review.number(), gate.title(), signer.name(), reason.strip(), now);
        return Change.of(
                with(
                        bundle,
                        revisions,
                        ended(now, "Sent back by " + signer.name()),
                        new Editing(word)),
                new DraftReopened(id, incident, "sent back", review.number(), gate.key()));
    }

    /**
     * Opens the text for typing; all signatures are void.
     *
     * @throws Refused unless it is in review
     */
    Change<Draft> withdraw(Person by, Instant now) {
        var review = requireReview();
        return Change.of(
                with(bundle, revisions, ended(now, "Withdrawn by " + by.name()), new Editing(null)),
                new DraftReopened(id, incident, "withdrawn", review.number(), null));
    }

    /** Signatures count for nothing from now on; nothing happens unless they did. */
    Change<Draft> voidSignatures(int number, String cause, Instant now) {
        var review = review();
        if (review.isEmpty() || review.get().number() != number || review.get().voided() != null) {
            return Change.of(this);
        }
        return Change.of(
                with(bundle, revisions, past, new InReview(review.get().voided(cause, now))),
                new SignaturesVoided(id, incident, number));
    }

    /**
     * Asks for a gate that is needed only when somebody asks.
     *
     * @throws Refused if the policy has no such optional gate for this text
     */
    Change<Draft> callIn(GatePolicy policy, String gateKey) {
        var review = requireReview();
        if (review.calledIn().contains(gateKey)) {
            return Change.of(this);
        }
        if (review.optionalGates(policy).stream().noneMatch(g -> g.key().equals(gateKey))) {
            throw new Refused("This text has no such gate to ask for.");
        }
        return Change.of(
                with(bundle, revisions, past, new InReview(review.callIn(gateKey))),
                new GateCalledIn(id, incident, gateKey, review.number()));
    }

    /** The latest signature of a person on any revision of this draft. */
    public Optional<Signature> lastSignatureOf(String person) {
        var all = new ArrayList<Signature>();
        past.forEach(review -> all.addAll(review.signatures()));
        review().ifPresent(review -> all.addAll(review.signatures()));
        return all.reversed().stream().filter(s -> s.person().equals(person)).findFirst();
    }

    Review requireReview() {
        return review().orElseThrow(
                        () -> new Refused("This draft is " + state.label() + ", not in review."));
    }

    void requireSubmittable() {
        if (state instanceof DraftState.Released) {
            throw new Refused("This text was released; it is never edited.");
        }
        if (state instanceof InReview(var before) && before.voided() == null) {
            throw new Refused("Version " + before.number() + " is in review already.");
        }
    }

    private void requireEditing(String what) {
        switch (state) {
            case Editing open -> {}
            case InReview review ->
                    throw new Refused(
                            "You cannot " + what + " while it is in review. Withdraw it first.");
            case DraftState.Released gone ->
                    throw new Refused("This text was released; it is never edited.");
        }
    }

    private List<PastReview> ended(Instant now, String cause) {
        var all = new ArrayList<>(past);
        review().ifPresent(review -> all.add(PastReview.of(review, now, cause)));
        return all;
    }

    private DomainEvent event(String what) {
        return new DraftChanged(id, incident, what);
    }

    /** The release, made by {@link Release} alone. */
    Draft released(DraftState.Released gone) {
        return with(bundle, revisions, past, gone);
    }

    private Draft with(SeverityClass highest, Set<String> writing) {
        return new Draft(
                id, kind, incident, owner, textId, bundle, highest, begunBy, begunAt, writing,
                revisions, past, state, corrects, standing, use);
    }

    private Draft with(Bundle next, int count, List<PastReview> ended, DraftState now) {
        return new Draft(
                id,
                kind,
                incident,
                owner,
                textId,
                next,
                highestClass,
                begunBy,
                begunAt,
                invited,
                count,
                ended,
                now,
                corrects,
                standing,
                use);
    }
}
