package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.StepUp;
import app.candor.access.StepUpNeeded;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.audit.Told;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import app.candor.policy.Policies;
import app.candor.policy.SeverityClass;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The desk for the release that cannot wait for its signers: a senior leader opens it, a second
 * person who wrote nothing releases. It is for one revision of one draft, runs out, marks
 * everything that leaves, and everybody who may read the text is told.
 */
@Service
public class Emergencies {
    /** How long the second person has. */
    public static final Duration SERVES = Duration.ofMinutes(30);

    private final AggregateStore<Emergency> store;
    private final DraftStore drafts;
    private final Release release;
    private final Occasions occasions;
    private final Policies policies;
    private final Access access;
    private final People people;
    private final StepUp stepUp;
    private final Evidence evidence;
    private final Inbox inbox;
    private final RefusedComms refused;
    private final Clock clock;

    Emergencies(
            AggregateStores stores,
            DraftStore drafts,
            Release release,
            Occasions occasions,
            Policies policies,
            Access access,
            People people,
            StepUp stepUp,
            Evidence evidence,
            Inbox inbox,
            RefusedComms refused,
            Clock clock) {
        this.store = stores.of("emergency_releases", Emergency.class);
        this.drafts = drafts;
        this.release = release;
        this.occasions = occasions;
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.stepUp = stepUp;
        this.evidence = evidence;
        this.inbox = inbox;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Opens it for the revision in review.
     *
     * @throws TextMoved if the leader saw another revision
     * @throws StepUpNeeded if the class asks for a fresh login that covers this revision
     * @throws Refused without the role or a reason, for a writer, for a FAQ answer, or while one is
     *     open already
     */
    public Emergency open(String id, Seen seen, String reason) {
        return attempt(
                id,
                Act.BREAK_GLASS_RELEASE,
                leader -> {
                    var draft = drafts.get(id);
                    var review = requireSeen(draft, seen, leader);
                    if (!draft.kind().external() || draft.kind() == DraftKind.FAQ_ANSWER) {
                        throw new Refused("An emergency release is for texts to customers.");
                    }
                    if (reason.isBlank()) {
                        throw new Refused("Say why it cannot wait. Everybody reads your reason.");
                    }
                    if (waiting(draft).isPresent()) {
                        throw new Refused("It is open already and waits for a second person.");
                    }
                    fresh(review);
                    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    var opened =
                            new Emergency(
                                    review.hash(),
                                    id,
                                    draft.incident(),
                                    review.number(),
                                    reason.strip(),
                                    leader.id(),
                                    leader.name(),
                                    now,
                                    now.plus(SERVES));
                    var change =
                            Change.of(
                                    opened,
                                    new Emergency.Changed(
                                            id,
                                            draft.incident(),
                                            "emergency opened",
                                            review.number()));
                    try {
                        return store.insert(review.hash(), change);
                    } catch (DuplicateKeyException ranOutBefore) {
                        return store.change(review.hash(), before -> change);
                    }
                });
    }

    /**
     * Releases the revision on the word of the leader and of the current person.
     *
     * @throws TextMoved if they saw another revision
     * @throws StepUpNeeded if the class asks for a fresh login that covers this revision
     * @throws Refused if nobody opened it for this revision, it ran out, or they wrote part of it
     *     or opened it themselves
     */
    public Draft release(String id, Seen seen) {
        return attempt(
                id,
                Act.READ,
                second -> {
                    var draft = drafts.get(id);
                    var review = requireSeen(draft, seen, second);
                    var opened =
                            waiting(draft)
                                    .orElseThrow(() ->
                                            new Refused(
                                                    "No emergency release is open for this"
                                                            + " version. A senior leader opens"
                                                            + " one; it serves for 30 minutes."));
                    if (opened.leader().equals(second.id())) {
                        throw new Refused("You opened it. A second person has to release.");
                    }
                    fresh(review);
                    return release.inEmergency(id, seen, opened, second);
                });
    }

    /** The one that is open for the revision in review, if it still serves. */
    public Optional<Emergency> waiting(Draft draft) {
        return draft.review()
                .flatMap(review -> store.find(review.hash()))
                .filter(opened -> opened.serves(clock.instant()));
    }

    /** Whether the current person's next step needs a fresh login. */
    public boolean needsLogin(Draft draft) {
        return draft.review()
                .filter(review -> review.severityClass() == SeverityClass.HIGH)
                .filter(review -> stepUp.evidence(review.hash(), freshness(review)).isEmpty())
                .isPresent();
    }

    /** Starts one that covers the revision in review; where to send the browser. */
    public String beginLogin(Draft draft, String returnTo) {
        return stepUp.begin(returnTo, Set.of(draft.requireReview().hash()));
    }

    @EventListener
    void on(Told<Emergency.Changed> told) {
        var draft = drafts.get(told.event().draft());
        var occasion = occasions.of(draft.incident());
        var readers =
                people.all().stream()
                        .filter(person -> access.may(person, Act.READ, occasion.guarded()))
                        .map(Person::id)
                        .toList();
        var title =
                told.event().action().equals("emergency opened")
                        ? "Emergency release of version %d waits for a second person"
                        : "Version %d was released in an emergency, without all signatures";
        inbox.tell(
                told.id(),
                readers,
                title.formatted(told.event().revision()),
                "incidents/" + occasion.key() + "/comms/" + draft.id(),
                Urgency.ASKED);
    }

    private static Review requireSeen(Draft draft, Seen seen, Person person) {
        var review = draft.requireReview();
        if (seen.number() != review.number() || !seen.hash().equals(review.hash())) {
            throw new TextMoved();
        }
        if (review.writers().contains(person.id())) {
            throw new Refused("Nobody releases a text they wrote, in an emergency neither.");
        }
        return review;
    }

    private void fresh(Review review) {
        if (review.severityClass() == SeverityClass.HIGH) {
            evidence.keep(stepUp.require(review.hash(), freshness(review)));
        }
    }

    private Duration freshness(Review review) {
        return Duration.ofMinutes(policies.gates(review.policyVersion()).freshLoginMinutes());
    }

    private <R> R attempt(String id, Act act, Function<Person, R> attempt) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                act,
                () -> attempt.apply(access.require(act, occasions.guarded(incident))));
    }
}
