package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.audit.Told;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.Policies;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people what waits for them: all duty holders of a gate at once, and the writers of its end.
 */
@Component
class Asks {
    private final DraftStore drafts;
    private final Occasions occasions;
    private final Policies policies;
    private final People people;
    private final Access access;
    private final Signers signers;
    private final ExtensionStore extensions;
    private final Extensions extending;
    private final Inbox inbox;

    Asks(
            DraftStore drafts,
            Occasions occasions,
            Policies policies,
            People people,
            Access access,
            Signers signers,
            ExtensionStore extensions,
            Extensions extending,
            Inbox inbox) {
        this.drafts = drafts;
        this.occasions = occasions;
        this.policies = policies;
        this.people = people;
        this.access = access;
        this.signers = signers;
        this.extensions = extensions;
        this.extending = extending;
        this.inbox = inbox;
    }

    @EventListener
    void on(Told<DraftSubmitted> told) {
        var draft = drafts.get(told.event().draft());
        draft.review()
                .filter(review -> review.number() == told.event().revision())
                .ifPresent(review ->
                        review.gates(policies.gates(review.policyVersion())).stream()
                                .filter(gate -> review.at(gate.key()).isEmpty())
                                .forEach(gate -> ask(told.id(), draft, review, gate)));
    }

    @EventListener
    void onCalledIn(Told<GateCalledIn> told) {
        var draft = drafts.get(told.event().draft());
        draft.review()
                .ifPresent(review ->
                        review.gates(policies.gates(review.policyVersion())).stream()
                                .filter(gate -> gate.key().equals(told.event().gate()))
                                .forEach(gate -> ask(told.id(), draft, review, gate)));
    }

    @EventListener
    void onSigned(Told<DraftSigned> told) {
        if (!told.event().complete()) {
            return;
        }
        var draft = drafts.get(told.event().draft());
        var review = draft.review();
        if (review.isEmpty()) {
            return;
        }
        if (draft.standing() != null) {
            inbox.tell(
                    told.id(),
                    writers(draft),
                    "Your pre-approved wording is signed and in force",
                    place(draft));
            return;
        }
        var guarded = occasions.guarded(draft.incident());
        var releasers =
                people.all().stream()
                        .filter(person -> access.may(person, Act.RELEASE, guarded))
                        .map(Person::id)
                        .filter(id -> !review.get().writers().contains(id))
                        .toList();
        inbox.tell(
                told.id(),
                releasers,
                "Release version %d: all gates are signed".formatted(review.get().number()),
                place(draft),
                Urgency.ASKED);
    }

    @EventListener
    void onReopened(Told<DraftReopened> told) {
        if (told.event().what().equals("sent back")) {
            var draft = drafts.get(told.event().draft());
            inbox.tell(
                    told.id(),
                    writers(draft),
                    "Version %d was sent back with a reason".formatted(told.event().revision()),
                    place(draft));
        }
    }

    @EventListener
    void onVoided(Told<SignaturesVoided> told) {
        var draft = drafts.get(told.event().draft());
        inbox.tell(
                told.id(),
                writers(draft),
                "The signatures of version %d are void".formatted(told.event().revision()),
                place(draft));
    }

    @EventListener
    void onExtension(Told<AudienceExtension.Extended> told) {
        if (!told.event().action().equals("extension proposed")) {
            return;
        }
        var draft = drafts.get(told.event().draft());
        var asked = extensions.get(told.event().id());
        inbox.tell(
                told.id(),
                extending.signers(draft, asked).stream().map(Person::id).toList(),
                "Sign for %s of a released text".formatted(asked.label()),
                place(draft),
                Urgency.ASKED);
    }

    private void ask(String event, Draft draft, Review review, Gate gate) {
        inbox.tell(
                event + ":" + gate.key(),
                signers
                        .asked(
                                gate,
                                draft.incident(),
                                occasions.guarded(draft.incident()),
                                review.writers())
                        .stream()
                        .map(Person::id)
                        .collect(Collectors.toSet()),
                "Sign version %d: %s"
                        .formatted(
                                review.number(), gate.title().toLowerCase(java.util.Locale.ROOT)),
                "approvals/" + draft.id());
    }

    private Set<String> writers(Draft draft) {
        var told = new TreeSet<String>(draft.invited());
        told.add(draft.begunBy());
        draft.past().stream()
                .flatMap(past -> past.signatures().stream())
                .map(Signature::person)
                .forEach(told::remove);
        return told;
    }

    private String place(Draft draft) {
        var key = occasions.of(draft.incident()).key();
        return key.isEmpty() ? "comms/" + draft.id() : "incidents/" + key + "/comms/" + draft.id();
    }
}
