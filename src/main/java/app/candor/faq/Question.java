package app.candor.faq;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something customers ask that the library does not answer yet.
 *
 * @param incident id; null where nobody knows of one
 * @param askers who wait for the answer, the first to ask first
 * @param owner person id of who sees to the answer; null until somebody takes it
 * @param entry id of the entry that is going to answer it; null until then
 * @param end null while people wait
 */
public record Question(
        String id,
        String words,
        @Nullable String incident,
        List<Asker> askers,
        @Nullable String owner,
        Instant askedAt,
        Instant due,
        @Nullable String entry,
        @Nullable End end) {
    private static final int LONGEST = 200;

    /** Somebody who waits. */
    public record Asker(String person, Instant at) {}

    /**
     * How it ended.
     *
     * @param reason why there is no answer; empty where there is one
     */
    public record End(boolean answered, String reason, Instant at) {}

    public Question {
        askers = List.copyOf(askers);
    }

    static Question asked(
            String id,
            String words,
            @Nullable String incident,
            String by,
            Instant now,
            Instant due) {
        if (words.isBlank()) {
            throw new Refused("Write the question as the customer asks it.");
        }
        if (words.strip().length() > LONGEST) {
            throw new Refused("A question has at most 200 characters.");
        }
        return new Question(
                id,
                words.strip().replaceAll("[\\p{Cntrl}\\s]+", " "),
                incident,
                List.of(new Asker(by, now)),
                null,
                now,
                due,
                null,
                null);
    }

    public boolean isOpen() {
        return end == null;
    }

    public boolean isAskedBy(String person) {
        return askers.stream().anyMatch(asker -> asker.person().equals(person));
    }

    Change<Question> join(String person, Instant now) {
        requireOpen();
        if (isAskedBy(person)) {
            return Change.of(this);
        }
        var more = new ArrayList<>(askers);
        more.add(new Asker(person, now));
        return Change.of(
                new Question(id, words, incident, more, owner, askedAt, due, entry, end),
                event(QuestionChanged.JOINED));
    }

    Change<Question> take(String person) {
        requireOpen();
        return person.equals(owner)
                ? Change.of(this)
                : Change.of(
                        new Question(id, words, incident, askers, person, askedAt, due, entry, end),
                        event(QuestionChanged.TAKEN));
    }

    /** It is going to be answered by that entry. */
    Change<Question> answeredBy(String nextEntry) {
        requireOpen();
        return Change.of(
                new Question(id, words, incident, askers, owner, askedAt, due, nextEntry, end),
                event("answer promised"));
    }

    Change<Question> answered(Instant now) {
        return end == null
                ? ended(new End(true, "", now), QuestionChanged.ANSWERED)
                : Change.of(this);
    }

    /**
     * @throws Refused without a reason
     */
    Change<Question> close(String reason, Instant now) {
        requireOpen();
        if (reason.isBlank()) {
            throw new Refused("Say why there is no answer. Those who wait read your words.");
        }
        return ended(new End(false, reason.strip(), now), QuestionChanged.CLOSED);
    }

    private Change<Question> ended(End how, String what) {
        return Change.of(
                new Question(id, words, incident, askers, owner, askedAt, due, entry, how),
                event(what));
    }

    private void requireOpen() {
        if (end != null) {
            throw new Refused("This question was answered or closed meanwhile.");
        }
    }

    QuestionChanged event(String what) {
        return new QuestionChanged(id, incident, what);
    }
}
