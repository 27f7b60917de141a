package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes somebody owe an answer to every question, and tells those who asked what came of it. Every
 * step stands on an owed event and may be repeated.
 */
@Component
class AskedQuestions {
    static final String KIND = "question";

    private final Questions questions;
    private final Library library;
    private final Duties duties;
    private final Inbox inbox;
    private final People people;
    private final Access access;

    AskedQuestions(
            Questions questions,
            Library library,
            Duties duties,
            Inbox inbox,
            People people,
            Access access) {
        this.questions = questions;
        this.library = library;
        this.duties = duties;
        this.inbox = inbox;
        this.people = people;
        this.access = access;
    }

    @EventListener
    void on(Told<QuestionChanged> told) {
        var question = questions.found(told.event().question());
        switch (told.event().what()) {
            case QuestionChanged.ASKED -> asked(told.id(), question);
            case QuestionChanged.TAKEN ->
                    Optional.ofNullable(question.owner())
                            .ifPresent(owner -> duties.passTo(dutyId(question), owner));
            case QuestionChanged.ANSWERED -> answered(told.id(), question);
            case QuestionChanged.CLOSED -> {
                duties.doneByItself(dutyId(question));
                tell(
                        told.id(),
                        question.askers().stream().map(Question.Asker::person).toList(),
                        "A question of yours was closed; the reason is there",
                        "questions");
            }
            default -> {}
        }
    }

    /** A released answer ends the wait of everybody who asked for it. */
    @EventListener
    void onEntry(Told<EntryChanged> told) {
        if (told.event().what().equals(EntryChanged.APPROVED)) {
            questions
                    .waitingFor(told.event().entry())
                    .forEach(question -> questions.answered(question.id(), told.at()));
        }
    }

    private void asked(String event, Question question) {
        duties.owe(
                new Duty(
                        dutyId(question),
                        KIND,
                        question.incident(),
                        library.guarded(question.incident()),
                        "Answer: " + question.words(),
                        "questions",
                        null,
                        Role.COMMS_LEAD,
                        question.due(),
                        false,
                        new Duty.State.Open()));
        inbox.tell(
                event,
                people.holders(Role.COMMS_LEAD).stream()
                        .filter(writer ->
                                access.may(writer, Act.READ, library.guarded(question.incident())))
                        .map(Person::id)
                        .toList(),
                "A question waits for an answer",
                "questions",
                Urgency.ASKED);
    }

    private void answered(String event, Question question) {
        duties.doneByItself(dutyId(question));
        var entry = Optional.ofNullable(question.entry()).flatMap(library::find);
        entry.ifPresent(found ->
                tell(
                        event,
                        question.askers().stream()
                                .map(Question.Asker::person)
                                .filter(asker ->
                                        people.find(asker)
                                                .flatMap(person -> library.seenBy(person, found))
                                                .isPresent())
                                .toList(),
                        "Your question is answered, ready to copy",
                        "faq/" + found.id()));
    }

    private void tell(String event, List<String> recipients, String words, String link) {
        inbox.tell(event, recipients, words, link, Urgency.ASKED);
    }

    static String dutyId(Question question) {
        return KIND + ":" + question.id();
    }
}
