package app.candor.faq;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recall was opened, passed on or ended. */
public record RecallChanged(String recall, String entry, @Nullable String incident, String what)
        implements DomainEvent {
    static final String OPENED = "recall opened";
    static final String PASSED_ON = "recall passed on";
    static final String ENDED = "recall ended";

    @Override
    public String subject() {
        return "recall:" + recall;
    }

    @Override
    public String action() {
        return what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("entry", entry);
    }
}
