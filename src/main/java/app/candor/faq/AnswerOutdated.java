package app.candor.faq;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were copied are not to be relied on any more: everyone who gave one owes a word.
 *
 * @param turn counts such moments of one entry from 1; with the person it names a recall
 * @param outdated the highest version that is; all lower ones are too
 * @param why {@code replaced}, {@code withdrawn}, {@code expired}, {@code fact_changed} or {@code
 *     merged}
 */
public record AnswerOutdated(
        String entry, @Nullable String incident, int turn, int outdated, String why)
        implements DomainEvent {
    @Override
    public String subject() {
        return "faq:" + entry;
    }

    @Override
    public String action() {
        return "answer outdated";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", Integer.toString(outdated), "why", why);
    }
}
