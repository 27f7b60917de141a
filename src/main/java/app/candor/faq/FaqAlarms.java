package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.clocks.Alarm;
import app.candor.clocks.AlarmRang;
import app.candor.clocks.AlarmSource;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moments of the library: an answer's time runs out, a recall or an answer is late. */
@Component
class FaqAlarms implements AlarmSource {
    private static final String EXPIRED = "faq-expired";
    private static final String LATE = "recall-late";
    private static final String WAITING = "question-late";

    private final Library library;
    private final RecallStore recalls;
    private final Questions questions;
    private final People people;
    private final Access access;
    private final Duties duties;
    private final Inbox inbox;
    private final Clock clock;

    FaqAlarms(
            Library library,
            RecallStore recalls,
            Questions questions,
            People people,
            Access access,
            Duties duties,
            Inbox inbox,
            Clock clock) {
        this.library = library;
        this.recalls = recalls;
        this.questions = questions;
        this.people = people;
        this.access = access;
        this.duties = duties;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<Alarm> due(Instant now) {
        return Stream.concat(
                        library.verificationDue(now).stream()
                                .filter(Entry::isApproved)
                                .map(FaqAlarms::expired),
                        Stream.concat(
                                duties.openOfKind(Duty.RECALL, now).stream().map(FaqAlarms::late),
                                duties.openOfKind(AskedQuestions.KIND, now).stream()
                                        .map(FaqAlarms::waiting)))
                .toList();
    }

    private static Alarm expired(Entry entry) {
        var due = Objects.requireNonNull(entry.verification()).dueAt();
        return new Alarm(
                EXPIRED + ":" + entry.id() + ":" + due.toEpochMilli(),
                EXPIRED,
                entry.incident(),
                Map.of("entry", entry.id()));
    }

    private static Alarm late(Duty duty) {
        return new Alarm(
                LATE + ":" + duty.id(), LATE, duty.incident(), Map.of("recall", duty.id()));
    }

    private static Alarm waiting(Duty duty) {
        return new Alarm(
                WAITING + ":" + duty.id(),
                WAITING,
                duty.incident(),
                Map.of("question", duty.id().substring(AskedQuestions.KIND.length() + 1)));
    }

    @EventListener
    void on(Told<AlarmRang> told) {
        var facts = told.event().facts();
        switch (told.event().kind()) {
            case EXPIRED -> expire(told.id(), facts.getOrDefault("entry", ""));
            case LATE -> remind(told.id(), facts.getOrDefault("recall", ""));
            case WAITING -> hurry(told.id(), facts.getOrDefault("question", ""));
            default -> {}
        }
    }

    private void expire(String event, String id) {
        var now = clock.instant();
        var entry =
                library.change(
                        id,
                        latest ->
                                latest.isUsable(now)
                                        ? app.candor.audit.Change.of(latest)
                                        : latest.block(
                                                Block.Kind.EXPIRED,
                                                "Nobody verified it in time",
                                                null,
                                                now));
        var verification = entry.verification();
        if (verification != null && entry.blocked() != null) {
            inbox.tell(
                    event,
                    List.of(verification.verifier()),
                    "An answer waits for you to verify it; nobody can copy it until then",
                    "faq/" + id,
                    Urgency.ASKED);
        }
    }

    /** Its owner, or while it has none all writers; and those who lead customer success. */
    private void hurry(String event, String id) {
        var question = questions.found(id);
        if (!question.isOpen()) {
            return;
        }
        var owner = question.owner();
        var told =
                Stream.concat(
                                owner == null
                                        ? people.holders(Role.COMMS_LEAD).stream()
                                        : people.find(owner).stream(),
                                people.holders(Role.CS_LEAD).stream())
                        .filter(person ->
                                access.may(person, Act.READ, library.guarded(question.incident())))
                        .map(Person::id)
                        .distinct()
                        .toList();
        inbox.tell(
                event,
                told,
                "A question is late; customers wait for the answer",
                "questions",
                Urgency.ESCALATED);
    }

    private void remind(String event, String id) {
        recalls.find(id)
                .filter(Recall::isOpen)
                .ifPresent(recall ->
                        inbox.tell(
                                event,
                                List.of(recall.owner()),
                                "Customers still hold an outdated answer of yours: tell them",
                                recall.path(),
                                Urgency.ESCALATED));
    }
}
