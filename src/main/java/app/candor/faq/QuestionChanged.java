package app.candor.faq;

import app.candor.audit.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A question was asked, joined, taken, answered or closed. */
public record QuestionChanged(String question, @Nullable String incident, String what)
        implements DomainEvent {
    static final String ASKED = "asked";
    static final String JOINED = "joined";
    static final String TAKEN = "taken";
    static final String ANSWERED = "answered";
    static final String CLOSED = "closed without an answer";

    @Override
    public String subject() {
        return "question:" + question;
    }

    @Override
    public String action() {
        return what;
    }
}
