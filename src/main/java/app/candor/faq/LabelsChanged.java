package app.candor.faq;

import app.candor.audit.DomainEvent;
import org.jspecify.annotations.Nullable;

/** An entry was sorted anew. */
public record LabelsChanged(String entry, @Nullable String incident) implements DomainEvent {
    @Override
    public String subject() {
        return "faq:" + entry;
    }

    @Override
    public String action() {
        return "sorted";
    }
}
