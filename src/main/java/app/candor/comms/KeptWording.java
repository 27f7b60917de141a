package app.candor.comms;

import app.candor.voice.Category;
import app.candor.voice.Finding;
import app.candor.voice.Weight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words that stay although a rule minds them. Bound to the rule, the words and their sentence: when
 * the sentence changes, it counts no more.
 *
 * @param key of the finding
 * @param rule id of the rule
 * @param reason why they stay, in the writer's words
 * @param askedBy person id
 * @param agreedBy a second person's id; null until somebody agreed
 */
public record KeptWording(
        String key,
        String rule,
        String title,
        Weight weight,
        Category category,
        String words,
        String sentence,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String agreedBy,
        @Nullable Instant agreedAt) {

    static KeptWording asked(Finding finding, String reason, String by, Instant now) {
        return new KeptWording(
                finding.key(),
                finding.rule(),
                finding.title(),
                finding.weight(),
                finding.category(),
                finding.words(),
                finding.sentence(),
                reason,
                by,
                now,
                null,
                null);
    }

    /** Whether it still needs a second person. */
    public boolean waits() {
        return weight.blocks() && agreedBy == null;
    }

    /** Whether it lets this finding pass; never one that weighs more than what was agreed to. */
    boolean covers(Finding finding) {
        return !waits()
                && finding.weight().canBeKept()
                && finding.key().equals(key)
                && finding.weight().compareTo(weight) <= 0;
    }

    KeptWording agreed(String by, Instant now) {
        return new KeptWording(
                key, rule, title, weight, category, words, sentence, reason, askedBy, askedAt, by,
                now);
    }
}
