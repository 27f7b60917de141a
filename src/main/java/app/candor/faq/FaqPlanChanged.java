package app.candor.faq;

import app.candor.audit.DomainEvent;

/** A pertinent negative was answered, or the FAQ of an incident skipped or taken up again. */
public record FaqPlanChanged(String incident, String what) implements DomainEvent {
    @Override
    public String subject() {
        return "incident:" + incident;
    }

    @Override
    public String action() {
        return what;
    }
}
