package app.candor.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the FAQ library keeps to.
 *
 * @param answerWithin minutes from asking a question to its approved answer
 * @param correctWithin minutes in which a customer who was given an outdated answer is told
 * @param verifyEveryDays how often an answer that is always valid is looked at again
 * @param correction the sentence before a corrected answer; agreed here, since whoever gives the
 *     answer cannot change it
 * @param negatives by incident type, what engineering says of it before the FAQ is signed
 * @param questions by incident type, what customers ask of every such incident; versions that were
 *     confirmed before there were any have none
 */
public record FaqPolicy(
        int answerWithin,
        int correctWithin,
        int verifyEveryDays,
        String correction,
        Map<String, List<Negative>> negatives,
        @Nullable Map<String, List<String>> questions) {
    private static final int LONGEST_MINUTES = 60 * 24 * 30;
    private static final int LONGEST_QUESTION = 200;

    public FaqPolicy {
        negatives = Map.copyOf(negatives);
        questions = questions == null ? Map.of() : Map.copyOf(questions);
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
        require(
                questions.values().stream()
                        .flatMap(List::stream)
                        .allMatch(one -> !one.isBlank() && one.length() <= LONGEST_QUESTION),
                "A question that customers ask has 1 to 200 characters");
    }

    /** Asked of an incident of that type; empty for none. */
    public List<Negative> negativesOf(String type) {
        return negatives.getOrDefault(type, List.of());
    }

    /** What customers ask of an incident of that type; empty for none. */
    public List<String> questionsOf(String type) {
        return questions == null ? List.of() : questions.getOrDefault(type, List.of());
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
