package app.candor.faq;

import app.candor.access.Refused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One question of a file that is imported.
 *
 * @param answer words of the draft, a block a line as in {@code LineMarkup}; not approved by this
 * @param incident its key as people write it; empty for one that is always valid
 */
record ImportRow(
        String question,
        String answer,
        List<String> wordings,
        Set<String> products,
        String incident,
        String doNotSay) {
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int LONGEST_NOTE = 1_000;
    private static final int MOST_WORDINGS = 20;

    ImportRow {
        question = clean(question);
        answer = answer.strip();
        wordings = wordings.stream().map(ImportRow::clean).filter(one -> !one.isEmpty()).toList();
        products = new TreeSet<>(products);
        incident = clean(incident);
        doNotSay = doNotSay.strip();
        require(!question.isEmpty(), "There is no question.");
        require(
                question.length() <= LONGEST_QUESTION,
                "The question has more than 200 characters.");
        require(!answer.isEmpty(), "There is no answer.");
        require(answer.length() <= LONGEST_ANSWER, "The answer has more than 20,000 characters.");
        require(doNotSay.length() <= LONGEST_NOTE, "The note has more than 1,000 characters.");
        require(wordings.size() <= MOST_WORDINGS, "There are more than 20 other wordings.");
        require(
                wordings.stream().allMatch(one -> one.length() <= LONGEST_QUESTION),
                "Another wording has more than 200 characters.");
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("\\s+", " ").strip();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }
}
