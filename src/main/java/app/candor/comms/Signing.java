package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.StepUp;
import app.candor.access.StepUpNeeded;
import app.candor.policy.GatePolicy;
import app.candor.policy.Policies;
import app.candor.policy.SeverityClass;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The desk where revisions are signed or sent back, always by the person who is signed in. */
@Service
public class Signing {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Policies policies;
    private final Access access;
    private final People people;
    private final Signers signers;
    private final StepUp stepUp;
    private final Evidence evidence;
    private final RefusedComms refused;
    private final Clock clock;

    Signing(
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            Policies policies,
            Access access,
            People people,
            Signers signers,
            StepUp stepUp,
            Evidence evidence,
            RefusedComms refused,
            Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.signers = signers;
        this.stepUp = stepUp;
        this.evidence = evidence;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Puts the current person's name to a revision.
     *
     * @param gate key of the gate
     * @param seen the revision they had before their eyes
     * @throws TextMoved if another one is in review now
     * @throws StepUpNeeded if the class asks for a fresh login that covers this revision
     * @throws Refused if the rules do not let them
     */
    public Draft sign(String id, String gate, Seen seen) {
        return attempt(id, signer -> sign(drafts.get(id), gate, signer, seen));
    }

    /**
     * Gives it back to the writers; the text opens for typing.
     *
     * @throws TextMoved if another revision is in review now
     * @throws Refused without a reason, or if the gate is not theirs
     */
    public Draft sendBack(String id, String gate, Seen seen, String reason) {
        return attempt(
                id,
                signer ->
                        drafts.change(
                                id,
                                draft ->
                                        draft.sendBack(
                                                gates(draft), gate, signer, seen, reason, now())));
    }

    /**
     * Asks for a gate that is needed only when somebody asks; anybody who reads the draft may.
     *
     * @throws Refused if the policy has no such gate for this text
     */
    public Draft callIn(String id, String gate) {
        var guarded = occasions.guarded(drafts.get(id).incident());
        access.require(Act.READ, guarded);
        return drafts.change(id, draft -> draft.callIn(gates(draft), gate));
    }

    /** Drafts with a gate that waits for the current person, oldest first. */
    public List<Draft> waitingForMe() {
        return waitingFor(people.current());
    }

    /** Drafts with a gate that waits for the person and that they may see, oldest first. */
    public List<Draft> waitingFor(Person me) {
        var readable = new HashMap<String, Boolean>();
        return drafts.inReview().stream()
                .filter(draft -> !waitingFor(draft, me).isEmpty())
                .filter(draft ->
                        readable.computeIfAbsent(
                                Objects.requireNonNullElse(draft.incident(), ""),
                                asked ->
                                        access.may(
                                                me, Act.READ, occasions.guarded(draft.incident()))))
                .toList();
    }

    /** The gates of a draft that the person could sign now. */
    public List<GatePolicy.Gate> waitingFor(Draft draft, Person person) {
        return draft.review()
                .map(review -> review.waitingFor(person, gates(draft)))
                .orElse(List.of());
    }

    /** Everybody who could sign the gate; all of them are asked at submit. */
    public List<Person> signers(Draft draft, GatePolicy.Gate gate) {
        var guarded = occasions.guarded(draft.incident());
        access.require(Act.READ, guarded);
        return signers.of(gate, guarded, draft.review().map(Review::writers).orElse(Set.of()));
    }

    /** Whether the next signature of this draft needs a fresh login. */
    public boolean needsLogin(Draft draft) {
        return draft.review()
                .filter(review -> review.severityClass() == SeverityClass.HIGH)
                .filter(review -> stepUp.evidence(review.hash(), freshness(draft)).isEmpty())
                .isPresent();
    }

    /**
     * Starts a fresh login that serves for all revisions that wait for the current person.
     *
     * @param returnTo a path in the portal
     * @return where to send the browser
     */
    public String beginLogin(Draft draft, String returnTo) {
        var hashes =
                new java.util.TreeSet<>(
                        waitingForMe().stream()
                                .flatMap(waiting -> waiting.review().stream())
                                .map(Review::hash)
                                .toList());
        hashes.add(draft.requireReview().hash());
        return stepUp.begin(returnTo, hashes);
    }

    private Draft sign(Draft draft, String gate, Person signer, Seen seen) {
        var review = draft.requireReview();
        review.requireSignable(gates(draft), gate, signer, seen);
        requireNoDrift(draft, review);
        var login = login(draft, review);
        return drafts.change(
                draft.id(), latest -> latest.sign(gates(latest), gate, signer, seen, now(), login));
    }

    private void requireNoDrift(Draft draft, Review review) {
        var cause = Drift.of(revisions.get(review.hash()), draft, occasions.of(draft.incident()));
        if (cause.isPresent()) {
            drafts.change(
                    draft.id(),
                    latest -> latest.voidSignatures(review.number(), cause.get(), now()));
            throw new Refused(
                    cause.get() + " since it was submitted. It has to be submitted again.");
        }
    }

    private @Nullable FreshLogin login(Draft draft, Review review) {
        if (review.severityClass() != SeverityClass.HIGH) {
            return null;
        }
        return evidence.keep(stepUp.require(review.hash(), freshness(draft)));
    }

    private Duration freshness(Draft draft) {
        return Duration.ofMinutes(gates(draft).freshLoginMinutes());
    }

    private GatePolicy gates(Draft draft) {
        return policies.gates(draft.requireReview().policyVersion());
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Draft attempt(String id, Function<Person, Draft> attempt) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                Act.SIGN,
                () -> attempt.apply(access.require(Act.SIGN, occasions.guarded(incident))));
    }
}
