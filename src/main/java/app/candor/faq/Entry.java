package app.candor.faq;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that customers ask, and what may be answered.
 *
 * @param incident id; null for one that is always valid
 * @param wordings other ways in which people ask it
 * @param doNotSay for the reader only; never copied
 * @param pertinentNegative whether it says that something was not affected
 * @param draft id of the draft of the next answer; null once it is released
 * @param answer the approved one; null until the first release
 * @param blocked why the answer may not be copied now; null while it may
 */
public record Entry(
        String id,
        String question,
        List<String> wordings,
        @Nullable String incident,
        String doNotSay,
        boolean pertinentNegative,
        String begunBy,
        Instant begunAt,
        @Nullable String draft,
        @Nullable Answer answer,
        @Nullable Block blocked) {

    /**
     * Why an approved answer is not to be given any more.
     *
     * @param cause for people: {@code Withdrawn: …}, {@code Affected merchants changed}
     */
    public record Block(String cause, Instant at) {}

    public Entry {
        wordings = List.copyOf(wordings);
    }

    static Entry begun(
            String id,
            String question,
            @Nullable String incident,
            String doNotSay,
            boolean pertinentNegative,
            String by,
            Instant now) {
        if (question.isBlank()) {
            throw new Refused("Write the question as a customer would ask it.");
        }
        if (question.strip().length() > 200) {
            throw new Refused("A question has at most 200 characters.");
        }
        return new Entry(
                id,
                question.strip(),
                List.of(),
                incident,
                doNotSay.strip(),
                pertinentNegative,
                by,
                now,
                null,
                null,
                null);
    }

    /** Whether the answer may be copied. */
    public boolean isApproved() {
        return answer != null && blocked == null;
    }

    Change<Entry> drafting(String next) {
        if (draft != null) {
            throw new Refused("An answer to this question is being written already.");
        }
        return Change.of(with(next, answer, blocked), event("answer begun"));
    }

    /** Takes what was released as the answer; a repeat of the same release changes nothing. */
    Change<Entry> approve(Answer released) {
        if (answer != null && answer.hash().equals(released.hash())) {
            return Change.of(this);
        }
        return Change.of(with(null, released, null), event("answer approved"));
    }

    Change<Entry> block(String cause, Instant now) {
        if (!isApproved()) {
            return Change.of(this);
        }
        return Change.of(with(draft, answer, new Block(cause, now)), event("answer blocked"));
    }

    Change<Entry> alsoAskedAs(String wording) {
        if (wording.isBlank() || wordings.contains(wording.strip())) {
            return Change.of(this);
        }
        var more = new ArrayList<>(wordings);
        more.add(wording.strip());
        var next =
                new Entry(
                        id,
                        question,
                        more,
                        incident,
                        doNotSay,
                        pertinentNegative,
                        begunBy,
                        begunAt,
                        draft,
                        answer,
                        blocked);
        return Change.of(next, event("wording added"));
    }

    /** Whether the answer shows this fact with another value than it has now. */
    boolean contradicts(String fact, String value) {
        var shown = answer == null ? null : answer.facts().get(fact);
        return shown != null && !Objects.equals(shown, value);
    }

    private EntryChanged event(String what) {
        return new EntryChanged(id, incident, what);
    }

    private Entry with(
            @Nullable String nextDraft, @Nullable Answer nextAnswer, @Nullable Block block) {
        return new Entry(
                id,
                question,
                wordings,
                incident,
                doNotSay,
                pertinentNegative,
                begunBy,
                begunAt,
                nextDraft,
                nextAnswer,
                block);
    }
}
