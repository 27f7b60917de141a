package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.duties.DutyChanged;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens recalls when an answer that was copied becomes outdated, and keeps each in step with the
 * duty that holds its incident open. Every step stands on an owed event and may be repeated.
 */
@Component
class OpenedRecalls {
    /** Kind of the duty behind a recall. */
    static final String KIND = Duty.RECALL;

    /** What the verifier's word ends. */
    private static final Set<String> VERIFIABLE = Set.of("expired", "fact_changed");

    private final RecallStore recalls;
    private final Library library;
    private final Copies copies;
    private final Duties duties;
    private final Inbox inbox;
    private final People people;
    private final Access access;
    private final Policies policies;
    private final Clock clock;

    OpenedRecalls(
            RecallStore recalls,
            Library library,
            Copies copies,
            Duties duties,
            Inbox inbox,
            People people,
            Access access,
            Policies policies,
            Clock clock) {
        this.recalls = recalls;
        this.library = library;
        this.copies = copies;
        this.duties = duties;
        this.inbox = inbox;
        this.people = people;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    @EventListener
    void onOutdated(Told<AnswerOutdated> told) {
        library.find(told.event().entry())
                .filter(entry -> stillCounts(entry, told.event()))
                .ifPresent(entry -> openAll(entry, told.event(), told.at()));
    }

    /** A later moment covers the copies of this one; what was verified since needs nothing. */
    private static boolean stillCounts(Entry entry, AnswerOutdated event) {
        return entry.turns() == event.turn()
                && (!VERIFIABLE.contains(event.why()) || entry.blocked() != null)
                && !(event.why().equals("replaced") && entry.isCalledHarmless());
    }

    private void openAll(Entry entry, AnswerOutdated event, Instant at) {
        var byPerson = new LinkedHashMap<String, List<String>>();
        var settled = notNeeded(entry);
        for (var copy : copies.upTo(entry.id(), event.outdated())) {
            if (settled.contains(copy.id())) {
                continue;
            }
            byPerson.computeIfAbsent(copy.person(), none -> new java.util.ArrayList<>())
                    .add(copy.id());
        }
        var opened = at.truncatedTo(ChronoUnit.MILLIS);
        var due = opened.plus(Duration.ofMinutes(policies.faq().correctWithin()));
        byPerson.forEach((person, given) ->
                recalls.open(
                        new Recall(
                                Recall.idOf(entry.id(), event.turn(), person),
                                entry.id(),
                                entry.incident(),
                                person,
                                ownerNow(entry, person),
                                event.turn(),
                                event.why(),
                                given,
                                opened,
                                due,
                                null)));
    }

    /** Copies of which somebody said that nobody has to be told. */
    private Set<String> notNeeded(Entry entry) {
        return recalls.ofEntry(entry.id()).stream()
                .filter(recall ->
                        recall.end() != null && recall.end().how() == Recall.How.NOT_NEEDED)
                .flatMap(recall -> recall.copies().stream())
                .collect(Collectors.toSet());
    }

    /** Whoever owes it for this person already, if it was passed on. */
    private String ownerNow(Entry entry, String copier) {
        return recalls.openOfEntry(entry.id()).stream()
                .filter(before -> before.copier().equals(copier))
                .map(Recall::owner)
                .findFirst()
                .orElse(copier);
    }

    @EventListener
    void onRecall(Told<RecallChanged> told) {
        var recall = recalls.find(told.event().recall()).orElseThrow();
        switch (told.event().what()) {
            case RecallChanged.OPENED -> opened(told, recall);
            case RecallChanged.PASSED_ON -> {
                duties.passTo(recall.id(), recall.owner());
                tell(told, recall, "A recall was passed on to you");
            }
            default -> duties.doneByItself(recall.id());
        }
    }

    private void opened(Told<RecallChanged> told, Recall recall) {
        for (var before : recalls.openOfEntry(recall.entry())) {
            if (before.copier().equals(recall.copier()) && before.turn() < recall.turn()) {
                recalls.change(
                        before.id(),
                        open -> open.endIfOpen(Recall.How.OVERTAKEN, "system", clock.instant()));
            }
        }
        if (!recall.isOpen()) {
            return;
        }
        duties.owe(
                new Duty(
                        recall.id(),
                        KIND,
                        recall.incident(),
                        library.guarded(recall.incident()),
                        "Correct an answer with those who were given it: "
                                + library.find(recall.entry()).map(Entry::question).orElse(""),
                        recall.path(),
                        recall.owner(),
                        null,
                        recall.due(),
                        true,
                        new Duty.State.Open()));
        tell(told, recall, "An answer that you gave customers has changed: tell them");
    }

    /** The same words for all: a question may say too much of an incident. */
    private void tell(Told<?> told, Recall recall, String words) {
        if (recall.isOpen()) {
            inbox.tell(told.id(), List.of(recall.owner()), words, recall.path(), Urgency.ASKED);
        }
    }

    @EventListener
    void onDuty(Told<DutyChanged> told) {
        var event = told.event();
        if (!event.kind().equals(KIND)) {
            return;
        }
        var duty = duties.find(event.duty()).orElseThrow();
        if (duty.state() instanceof Duty.State.SetAside aside) {
            recalls.change(
                    event.duty(),
                    recall -> recall.endIfOpen(Recall.How.SET_ASIDE, aside.agreedBy(), aside.at()));
        } else if (event.what().equals("reassigned")) {
            recalls.change(event.duty(), recall -> recall.follow(duty.owner()));
        }
    }

    /** An answer that was verified, or whose change a signer calls harmless, bothers nobody. */
    @EventListener
    void onEntry(Told<EntryChanged> told) {
        switch (told.event().what()) {
            case EntryChanged.VERIFIED -> endAll(told, VERIFIABLE, Recall.How.STILL_RIGHT);
            case EntryChanged.HARMLESS -> endAll(told, Set.of("replaced"), Recall.How.HARMLESS);
            default -> {}
        }
    }

    private void endAll(Told<EntryChanged> told, Set<String> whys, Recall.How how) {
        for (var recall : recalls.openOfEntry(told.event().entry())) {
            if (whys.contains(recall.why())) {
                recalls.change(recall.id(), open -> open.endIfOpen(how, told.actor(), told.at()));
            }
        }
    }

    /** Whether the duty of this recall is hidden from its owner, who may not know the incident. */
    boolean isHiddenDuty(Recall recall) {
        return recall.incident() != null
                && people.find(recall.owner())
                        .filter(owner ->
                                access.may(
                                        owner,
                                        Act.SEE_EXISTENCE,
                                        library.guarded(Objects.requireNonNull(recall.incident()))))
                        .isEmpty();
    }
}
