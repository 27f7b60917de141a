package app.candor.faq;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An approved answer was copied. */
public record AnswerCopied(String entry, @Nullable String incident, int version)
        implements DomainEvent {
    @Override
    public String subject() {
        return "faq:" + entry;
    }

    @Override
    public String action() {
        return "copied";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", Integer.toString(version));
    }
}
