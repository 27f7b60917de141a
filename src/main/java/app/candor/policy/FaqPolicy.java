package app.candor.policy;

import java.util.List;
import java.util.Map;

/**
 * What the FAQ library keeps to.
 *
 * @param answerWithin minutes from asking a question to its approved answer
 * @param correctWithin minutes in which a customer who was given an outdated answer is told
 * @param verifyEveryDays how often an answer that is always valid is looked at again
 * @param correction the sentence before a corrected answer; agreed here, since whoever gives the
 *     answer cannot change it
 * @param negatives by incident type, what engineering says of it before the FAQ is signed
 */
public record FaqPolicy(
        int answerWithin,
        int correctWithin,
        int verifyEveryDays,
        String correction,
        Map<String, List<Negative>> negatives) {
    private static final int LONGEST_MINUTES = 60 * 24 * 30;

    public FaqPolicy {
        negatives = Map.copyOf(negatives);
        require(
                answerWithin >= 1 && answerWithin <= LONGEST_MINUTES,
                "A question is answered within 1 to 43200 minutes, not " + answerWithin);
        require(
                correctWithin >= 1 && correctWithin <= LONGEST_MINUTES,
                "A customer is told within 1 to 43200 minutes, not " + correctWithin);
        require(
                verifyEveryDays >= 1 && verifyEveryDays <= 730,
                "Answers are verified every 1 to 730 days, not " + verifyEveryDays);
        require(!correction.isBlank(), "A correction needs a sentence before it");
    }

    /** Asked of an incident of that type; empty for none. */
    public List<Negative> negativesOf(String type) {
        return negatives.getOrDefault(type, List.of());
    }

    /**
     * Something that customers will ask whether it was affected.
     *
     * @param key names it in answers; stays the same when the words change
     */
    public record Negative(String key, String question) {
        public Negative {
            require(
                    !key.isBlank() && !question.isBlank(),
                    "A pertinent negative needs a key and a question");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
