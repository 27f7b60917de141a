package app.candor.voice;

import org.jspecify.annotations.Nullable;

/**
 * One place that a rule minds.
 *
 * @param rule id of the rule
 * @param place where: in the text, in the subject, or the text as a whole
 * @param from first editor position; 0 unless {@link Place#TEXT}
 * @param to position behind the last; 0 unless {@link Place#TEXT}
 * @param words what was found
 * @param sentence the sentence around it; what an agreed exception is bound to
 * @param why said to the writer
 * @param better what to write instead, in words; may be empty
 * @param fix replacement for the words that is safe to make by a click; null if there is none
 * @param beside the two sides of a contradiction; null for anything else
 * @param gate key of the gate that the words call in; null for none
 */
public record Finding(
        String rule,
        Weight weight,
        Category category,
        String title,
        Place place,
        int from,
        int to,
        String words,
        String sentence,
        String why,
        String better,
        @Nullable String fix,
        @Nullable Beside beside,
        @Nullable String gate) {

    /** Which part of the message it is about. */
    public enum Place {
        TEXT,
        SUBJECT,
        WHOLE
    }

    /**
     * Two values that disagree.
     *
     * @param here in this text
     * @param there in the ledger or the other text
     * @param source where the other one stands
     */
    public record Beside(String here, String there, String source) {}

    /** What an exception is bound to: another sentence, or another rule, needs its own. */
    public String key() {
        return rule + "\n" + words + "\n" + sentence;
    }
}
