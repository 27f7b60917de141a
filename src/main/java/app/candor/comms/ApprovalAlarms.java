package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.clocks.Alarm;
import app.candor.clocks.AlarmRang;
import app.candor.clocks.AlarmSource;
import app.candor.clocks.ApprovalLadder;
import app.candor.clocks.ApprovalLadder.Step;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.Policies;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.uikit.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens while nobody signs a gate: those asked are reminded, then everybody who holds the
 * role and the deputies are asked, then commander and senior leadership hear of it.
 */
@Component
class ApprovalAlarms implements AlarmSource {
    private static final String KIND = "approval";

    private final DraftStore drafts;
    private final Occasions occasions;
    private final Policies policies;
    private final Signers signers;
    private final People people;
    private final Access access;
    private final Inbox inbox;
    private final Clock clock;

    ApprovalAlarms(
            DraftStore drafts,
            Occasions occasions,
            Policies policies,
            Signers signers,
            People people,
            Access access,
            Inbox inbox,
            Clock clock) {
        this.drafts = drafts;
        this.occasions = occasions;
        this.policies = policies;
        this.signers = signers;
        this.people = people;
        this.access = access;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<Alarm> due(Instant now) {
        return drafts.inReview().stream().flatMap(draft -> due(draft, now)).toList();
    }

    private Stream<Alarm> due(Draft draft, Instant now) {
        return draft.review().filter(review -> review.voided() == null).stream()
                .flatMap(review -> {
                    var reached = ladder(draft, review).reached(review.submittedAt(), now);
                    return reached.isEmpty()
                            ? Stream.empty()
                            : unsigned(review)
                                    .flatMap(gate ->
                                            reached.stream()
                                                    .map(step -> alarm(draft, review, gate, step)));
                });
    }

    private ApprovalLadder ladder(Draft draft, Review review) {
        var severity = occasions.severity(draft.incident());
        var counts =
                severity != null
                        ? severity
                        : review.severityClass() == SeverityClass.HIGH
                                ? Severity.SEV1
                                : Severity.SEV3;
        return new ApprovalLadder(policies.clocks().approval().getOrDefault(counts, List.of()));
    }

    private Stream<Gate> unsigned(Review review) {
        return review.gates(policies.gates(review.policyVersion())).stream()
                .filter(gate -> review.at(gate.key()).isEmpty());
    }

    private static Alarm alarm(Draft draft, Review review, Gate gate, Step step) {
        return new Alarm(
                "approval:%s:%d:%s:%s".formatted(draft.id(), review.number(), gate.key(), step),
                KIND,
                draft.incident(),
                Map.of(
                        "draft", draft.id(),
                        "version", Integer.toString(review.number()),
                        "gate", gate.key(),
                        "step", step.name()));
    }

    @EventListener
    void on(Told<AlarmRang> told) {
        if (!told.event().kind().equals(KIND)) {
            return;
        }
        var facts = told.event().facts();
        var draft = drafts.get(facts.getOrDefault("draft", ""));
        draft.review()
                .filter(review -> Integer.toString(review.number()).equals(facts.get("version")))
                .ifPresent(review ->
                        unsigned(review)
                                .filter(gate -> gate.key().equals(facts.get("gate")))
                                .forEach(gate ->
                                        tell(
                                                told.id(),
                                                draft,
                                                review,
                                                gate,
                                                Step.valueOf(facts.getOrDefault("step", "")))));
    }

    private void tell(String event, Draft draft, Review review, Gate gate, Step step) {
        var guarded = occasions.guarded(draft.incident());
        var waits =
                "Version %d waits for %s since %s"
                        .formatted(
                                review.number(),
                                gate.title().toLowerCase(java.util.Locale.ROOT),
                                Times.near(review.submittedAt(), clock.instant()));
        var link = "approvals/" + draft.id();
        switch (step) {
            case REMINDER ->
                    inbox.tell(
                            event,
                            ids(signers.asked(gate, draft.incident(), guarded, review.writers())),
                            waits,
                            link,
                            Urgency.ASKED);
            case DEPUTY ->
                    inbox.tell(
                            event,
                            ids(
                                    signers.withDeputies(
                                            gate, draft.incident(), guarded, review.writers())),
                            waits,
                            link,
                            Urgency.ASKED);
            case ESCALATION ->
                    inbox.tell(event, above(draft, review), waits, link, Urgency.ESCALATED);
        }
    }

    private Collection<String> above(Draft draft, Review review) {
        var guarded = occasions.guarded(draft.incident());
        var told = new TreeSet<String>();
        Stream.of(Role.COMMANDER, Role.LEADERSHIP)
                .flatMap(role -> people.holders(role).stream())
                .filter(person -> access.may(person, Act.READ, guarded))
                .map(Person::id)
                .forEach(told::add);
        told.add(review.submittedBy());
        return told;
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
