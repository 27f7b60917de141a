package app.candor.faq;

import app.candor.audit.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A question was added, or its answer begun, approved or blocked. */
public record EntryChanged(String entry, @Nullable String incident, String what)
        implements DomainEvent {
    static final String APPROVED = "answer approved";
    static final String VERIFIED = "answer verified";
    static final String HARMLESS = "change called harmless";

    @Override
    public String subject() {
        return "faq:" + entry;
    }

    @Override
    public String action() {
        return what;
    }
}
